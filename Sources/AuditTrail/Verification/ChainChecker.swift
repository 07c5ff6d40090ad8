import SensitiveMemory

/// The rules of the chain, fed line by line.
struct ChainChecker {
    private let head: AuditHead?
    private let depth: AuditVerification.Depth
    private let engine: SHA256Engine
    /// The hashes that lines must have; two anchors over one line must agree.
    private let anchored: [Int: Set<String>]
    private let lastAnchored: Int
    /// The SHA-256 of the last line seen, as hexadecimal digits.
    private var hash: [UInt8] = Array(AuditLine.zeros.utf8)
    private var digest: [UInt8] = Array(repeating: 0, count: 32)
    /// What was found wrong with the last line seen. The next one, or the end, tells what it means.
    private var suspicion: AuditVerification.Fault?
    private var fault: (line: Int, what: AuditVerification.Fault)?
    /// The first line that is no record and that no head vouches for, and how many bytes stand from there on.
    private var damage: (line: Int, bytes: Int)?
    private var content = ContentChecker()

    init(head: AuditHead?, depth: AuditVerification.Depth, anchors: [AuditAnchor] = []) throws(AuditError) {
        guard let engine = SHA256Engine() else { throw AuditError.unknownFormat("libcrypto has no SHA-256") }
        self.head = head
        self.depth = depth
        self.engine = engine
        anchored = Dictionary(grouping: anchors, by: \.count).mapValues { Set($0.map(\.hash)) }
        lastAnchored = anchors.map(\.count).max() ?? 0
    }

    var lastHash: String { String(decoding: hash, as: UTF8.self) }
    var remarks: [AuditVerification.Remark] { content.remarks }

    /// Looks at the next line; whether to go on.
    mutating func check(_ line: UnsafeRawBufferPointer, line number: Int) -> Bool {
        if damage != nil {
            damage?.bytes += line.count + 1
            return true
        }
        let isTied = isTied(line)
        if let suspicion {
            // The line above was not tied to the one above it. If this one is tied to it, it is as it was
            // written, and the one before it is not.
            fault = suspicion == .chain && isTied ? (max(1, number - 2), .chain) : (number - 1, suspicion)
            return false
        }
        if number > head?.count ?? 0, TrailLine(start: 0, bytes: Array(line)).isDamaged {
            damage = (number, line.count + 1)
            return true
        }
        if !isTied {
            suspicion = suspect(line, number)
        } else if depth == .full {
            suspicion = content.check(line, line: number)
        }
        update(line)
        if suspicion == nil, number == head?.count, lastHash != head?.hash {
            fault = (number, .chain)
            return false
        }
        if suspicion == nil, number <= lastAnchored, let hashes = anchored[number], hashes != [lastHash] {
            fault = (number, .anchor)
            return false
        }
        return true
    }

    /// Whether more lines can tell nothing more.
    var isBroken: Bool { fault != nil }

    /// A closed segment does not end as its name says.
    mutating func breakOff(behind lines: Int) {
        if fault == nil { fault = (lines + 1, suspicion ?? .sequence) }
    }

    /// What it all comes to.
    mutating func conclude(_ end: LineScanner.End) -> AuditVerification.State {
        if let fault { return .tampered(line: fault.line, fault.what) }
        let vouched = head?.count ?? 0
        let records = records(of: end)
        if let suspicion {
            let isVouched = end.lines == vouched && lastHash == head?.hash
            return .tampered(line: suspicion == .chain && isVouched ? max(1, end.lines - 1) : end.lines, suspicion)
        }
        if records < max(vouched, lastAnchored) { return .truncated(expected: max(vouched, lastAnchored)) }
        if head == nil, records > 1 { return .truncated(expected: nil) }
        var torn = end.fragment
        if let damage {
            // What the power took from one write is a crash's work (`TrailDamage`); more than that is not.
            torn += damage.bytes
            guard torn <= AuditLine.limit || end.lines == damage.line else {
                return .tampered(line: damage.line, .json)
            }
        }
        if records > vouched { content.remark(.headBehind(records: records - vouched)) }
        return torn > 0 ? .torn(bytes: torn) : .intact
    }

    /// How many of the lines are records.
    func records(of end: LineScanner.End) -> Int { damage.map { $0.line - 1 } ?? end.lines }

    /// What an untied line looks like by itself.
    private func suspect(_ line: UnsafeRawBufferPointer, _ number: Int) -> AuditVerification.Fault {
        guard let sequence = PrefixScanner.sequence(of: line), PrefixScanner.previous(of: line) != nil else {
            return .json
        }
        return sequence == number ? .chain : .sequence
    }

    private func isTied(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let previous = PrefixScanner.previous(of: line) else { return false }
        return previous.elementsEqual(hash)
    }

    private mutating func update(_ line: UnsafeRawBufferPointer) {
        let engine = engine
        let done = digest.withUnsafeMutableBytes { engine.digest(line, into: $0) }
        precondition(done, "libcrypto refused to hash")
        for index in 0..<32 {
            hash[index * 2] = AuditHash.digit(digest[index] >> 4)
            hash[index * 2 + 1] = AuditHash.digit(digest[index] & 15)
        }
    }
}
