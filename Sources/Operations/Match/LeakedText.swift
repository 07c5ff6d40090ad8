import SensitiveMemory
import StrictJSON

/// What somebody pasted, and the parts of it that may stand alone elsewhere: a password out of a connection string, a
/// token out of a log line, the fields of a JSON text. All of it in locked memory until it is wiped.
public struct LeakedText: Sendable {
    /// A part of it, or all of it.
    struct Candidate: Sendable {
        let bytes: SecretBytes
        /// The form in which the leak holds it.
        let form: MatchForm
    }

    /// The least that a part must have to be looked for: shorter ones are everywhere.
    static let least = 6
    /// The most that is taken for a leaked text, in bytes.
    public static let limit = 65_536

    let candidates: [Candidate]
    public let formats: [LeakFormat]
    public let accessKeyIDs: [String]

    /// Takes the bytes over into locked memory; line ends and spaces at its ends are not part of it.
    ///
    /// Throws `badInput` if there is nothing, and `ownFault` without locked memory.
    public init(_ bytes: UnsafeRawBufferPointer) throws(OperationFailure) {
        let trimmed = Self.trimmed(bytes)
        guard !trimmed.isEmpty else { throw OperationFailure(.badInput, "there is no leaked text on standard input") }
        guard trimmed.count <= Self.limit else {
            throw OperationFailure(
                .badInput, "the leaked text is larger than \(Self.limit) bytes; give the value alone")
        }
        do {
            var found = [Candidate(bytes: try SecretBytes(copying: trimmed), form: .exact)]
            let scan = LeakScan(trimmed)
            let marks = scan.marks
            for mark in marks where mark.format != .awsAccessKey && mark.format != .awsSession {
                let part = UnsafeRawBufferPointer(rebasing: trimmed[mark.range])
                if mark.range.count < trimmed.count { try Self.add(part, .embedded, to: &found) }
                if mark.format == .connectionString { try Self.addDecoded(part, to: &found) }
            }
            try Self.addFields(trimmed, to: &found)
            try Self.addAssignments(trimmed, to: &found)
            try Self.addBase64(trimmed, to: &found)
            candidates = found
            formats = LeakFormat.allCases.filter { format in marks.contains { $0.format == format } }
            accessKeyIDs = marks.filter { $0.format == .awsAccessKey || $0.format == .awsSession }.map {
                scan.text($0.range)
            }
        } catch {
            throw OperationFailure(.ownFault, "no locked memory is left for the leaked text")
        }
    }

    /// Overwrites all of it.
    public func wipe() { for candidate in candidates { candidate.bytes.wipe() } }

    static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: bytes[first...last])
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }

    private static func add(_ part: UnsafeRawBufferPointer, _ form: MatchForm, to found: inout [Candidate]) throws {
        guard part.count >= least, !found.contains(where: { $0.bytes.withUnsafeBytes { $0.elementsEqual(part) } })
        else {
            return
        }
        found.append(Candidate(bytes: try SecretBytes(copying: part), form: form))
    }

    /// A password stands percent-encoded in a URL.
    private static func addDecoded(_ part: UnsafeRawBufferPointer, to found: inout [Candidate]) throws {
        guard part.contains(UInt8(ascii: "%")) else { return }
        let decoded = try SecretBytes(capacity: part.count) { room in
            var read = 0
            var written = 0
            while read < part.count {
                if part[read] == UInt8(ascii: "%"), read + 2 < part.count, let high = ByteText.digit(part[read + 1]),
                    let low = ByteText.digit(part[read + 2])
                {
                    room[written] = high << 4 | low
                    read += 3
                } else {
                    room[written] = part[read]
                    read += 1
                }
                written += 1
            }
            return written
        }
        if decoded.count >= least { found.append(Candidate(bytes: decoded, form: .embedded)) }
    }

    /// The fields of a JSON text whose names say that they are secret; all of them if no name does.
    private static func addFields(_ text: UnsafeRawBufferPointer, to found: inout [Candidate]) throws {
        guard text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") else { return }
        let root: JSONNode
        do { root = try JSONDocument(copying: text).root } catch { return }
        let leaves = JSONLeaves.of(root)
        let telling = leaves.filter { leaf in leaf.path.last.map(ByteText.namesSecret) ?? false }
        for leaf in telling.isEmpty ? leaves : telling {
            try leaf.node.withDecodedBytes { try add($0, .json, to: &found) }
        }
    }

    /// The right sides of lines such as `DB_PASSWORD="…"`.
    private static func addAssignments(_ text: UnsafeRawBufferPointer, to found: inout [Candidate]) throws {
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let bytes = UnsafeRawBufferPointer(rebasing: line)
            guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
                continue
            }
            let name = trimmed(UnsafeRawBufferPointer(rebasing: bytes[..<mark]))
            guard !name.isEmpty, name.count <= 128, name.allSatisfy(ByteText.isName) else { continue }
            var value = trimmed(UnsafeRawBufferPointer(rebasing: bytes[(mark + 1)...]))
            if value.count >= 2, let quote = value.first, quote == 0x22 || quote == 0x27, value.last == quote {
                value = UnsafeRawBufferPointer(rebasing: value[1..<(value.count - 1)])
            }
            try add(value, .embedded, to: &found)
        }
    }

    /// What stands behind it if it is base64.
    private static func addBase64(_ text: UnsafeRawBufferPointer, to found: inout [Candidate]) throws {
        guard let decoded = try Base64Text.decoded(text), decoded.count >= least else { return }
        found.append(Candidate(bytes: decoded, form: .base64))
    }
}
