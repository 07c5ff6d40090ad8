import FoundationEssentials
import StateFiles

/// One incident on the disk: the own chain in `timeline.jsonl`, those of other people in `chains/`, the evidence in
/// `evidence/`.
public struct IncidentLog: Sendable {
    private static let chainsName = "chains"
    private static let evidenceName = "evidence"

    public let id: IncidentID
    let folder: StateFolder
    let clock: @Sendable () -> Date

    private var file: TimelineFile { TimelineFile(folder: folder, incident: id) }

    /// Where the incident's files are.
    public var path: String { folder.path }

    /// Returns when the entry is on the disk.
    @discardableResult
    public func append(_ entry: TimelineEntry) throws(OperationFailure) -> TimelineLine {
        let lines = try file.append([entry], now: clock())
        guard let line = lines.first else { throw OperationFailure(.ownFault, "the entry was not written") }
        return line
    }

    /// Returns when all entries are on the disk: by one write, because many may have come together.
    public func append(contentsOf entries: [TimelineEntry]) throws(OperationFailure) {
        _ = try file.append(entries, now: clock())
    }

    /// Own entries and everybody else's, every chain checked. Throws `badInput` where one is damaged.
    public func timeline() throws(OperationFailure) -> Timeline { Timeline(try chains()) }

    /// The own chain first.
    public func chains() throws(OperationFailure) -> [TimelineChain] {
        var chains = [try file.read()]
        for name in try foreignNames() { chains.append(try foreign(name)) }
        return chains
    }

    /// Takes the chains of an export in: JSON lines, each a line of some chain of this incident.
    ///
    /// A chain that is known must agree with what is known of it, and grows; the own one must already have all that
    /// comes back. Nothing is taken of an export that has a damaged line.
    ///
    /// - Returns: how many lines are new.
    @discardableResult
    public func take(_ bytes: [UInt8]) throws(OperationFailure) -> Int {
        var arriving: [String: [TimelineLine]] = [:]
        for (index, text) in bytes.split(separator: 0x0A).enumerated() {
            guard let line = TimelineLine(parsing: Array(text)) else {
                throw OperationFailure(.badInput, "line \(index + 1) of the import is no line of a timeline")
            }
            guard line.incident == id.text else {
                throw OperationFailure(
                    .badInput, "line \(index + 1) of the import is about \(line.incident), not \(id)")
            }
            guard Self.isChainID(line.chain) else {
                throw OperationFailure(.badInput, "line \(index + 1) of the import has no chain's name")
            }
            arriving[line.chain, default: []].append(line)
        }
        let own = try file.read()
        var news: [(name: String, chain: TimelineChain)] = []
        var count = 0
        for (name, lines) in arriving.sorted(by: { $0.key < $1.key }) {
            var chain = TimelineChain()
            for line in lines.sorted(by: { $0.sequence < $1.sequence }) {
                do throws(TimelineChain.Damage) { try chain.add(line) } catch {
                    throw OperationFailure(
                        .badInput, "the import's chain \(name) has a gap or a changed line at \(chain.lines.count + 1)")
                }
            }
            let held = name == own.id ? own : try foreign(name)
            guard held.agrees(with: chain) else {
                throw OperationFailure(
                    .badInput,
                    "the import's chain \(name) says something else than what is kept here; nothing was taken")
            }
            guard chain.lines.count > held.lines.count else { continue }
            guard name != own.id else {
                throw OperationFailure(
                    .badInput,
                    "the import has \(chain.lines.count) lines of this machine's own chain, but only "
                        + "\(own.lines.count) are left here: lines were cut off; keep the import and look at \(folder.path)"
                )
            }
            count += chain.lines.count - held.lines.count
            news.append((name, chain))
        }
        try TimelineFile.files { () throws(StateFilesError) in
            guard !news.isEmpty else { return }
            let chains = try folder.subfolder(Self.chainsName)
            for (name, chain) in news {
                try chains.replace(
                    name + ".jsonl", with: chain.lines.flatMap { line -> [UInt8] in line.bytes + [0x0A] })
            }
        }
        return count
    }

    /// Puts a file of evidence beside the timeline; returns its name from the incident's folder on.
    public func keep(evidence bytes: [UInt8], as name: String) throws(OperationFailure) -> String {
        try TimelineFile.files { () throws(StateFilesError) in
            try folder.subfolder(Self.evidenceName).replace(name, with: bytes)
        }
        return Self.evidenceName + "/" + name
    }

    private func foreignNames() throws(OperationFailure) -> [String] {
        try TimelineFile.files { () throws(StateFilesError) in
            guard let chains = try StateFolder.existing(at: folder.path(of: Self.chainsName)) else { return [] }
            return try chains.names().filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
                .filter(Self.isChainID)
        }
    }

    private func foreign(_ name: String) throws(OperationFailure) -> TimelineChain {
        let path = folder.path(of: Self.chainsName)
        let bytes = try TimelineFile.files { () throws(StateFilesError) -> [UInt8]? in
            guard let chains = try StateFolder.existing(at: path) else { return nil }
            return try TimelineFile.whole(name + ".jsonl", in: chains)
        }
        do throws(TimelineChain.Damage) {
            return try TimelineChain((bytes ?? []).split(separator: 0x0A).map(Array.init))
        } catch {
            throw TimelineFile.damaged(error, path + "/" + name + ".jsonl")
        }
    }

    private static func isChainID(_ text: String) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

extension IncidentLog {
    /// The incident that an export is about, by its first line. Throws `badInput` if that is none.
    public static func incident(of export: [UInt8]) throws(OperationFailure) -> IncidentID {
        let first = Array(export.prefix { $0 != 0x0A })
        guard let line = TimelineLine(parsing: first), let id = IncidentID(folder: line.incident) else {
            throw OperationFailure(
                .badInput, "line 1 of the import is no line of a timeline; make it by: incident export --as chain")
        }
        return id
    }
}
