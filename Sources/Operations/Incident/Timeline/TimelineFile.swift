import AuditTrail
import FoundationEssentials
import StateFiles

/// The own chain of an incident on the disk: append-only, fsynced line by line, safe for several processes.
struct TimelineFile: Sendable {
    static let name = "timeline.jsonl"
    private static let lockName = "timeline.lock"

    let folder: StateFolder
    let incident: IncidentID

    /// The chain as the file has it; a half-written last line is left out.
    func read() throws(OperationFailure) -> TimelineChain {
        try contents().chain
    }

    /// Returns when the entries are on the disk: all of them by one write, or none.
    func append(_ entries: [TimelineEntry], now: Date) throws(OperationFailure) -> [TimelineLine] {
        guard !entries.isEmpty else { return [] }
        return try Self.files { () throws(StateFilesError) in
            let lock = try folder.lock(Self.lockName)
            defer { withExtendedLifetime(lock) {} }
            return Result { () throws(OperationFailure) in try appendLocked(entries, now: now) }
        }.get()
    }

    private func appendLocked(_ entries: [TimelineEntry], now: Date) throws(OperationFailure) -> [TimelineLine] {
        var (chain, end, size) = try contents()
        let isNew = size == 0
        let id = chain.id ?? Self.newChainID()
        var fresh: [TimelineLine] = []
        func add(_ entry: TimelineEntry) throws(OperationFailure) {
            var entry = entry
            entry.time = TimelineTime.rounded(entry.time)
            let line = TimelineLine(
                entry, sequence: chain.lines.count + 1, chain: id, incident: incident.text, previous: chain.lastHash)
            guard line.bytes.count < 1 << 20 else {
                throw OperationFailure(.badInput, "the entry is too large: a line of the timeline has at most 1 MiB")
            }
            do throws(TimelineChain.Damage) { try chain.add(line) } catch {
                throw OperationFailure(.ownFault, "the timeline's own next line does not fit")
            }
            fresh.append(line)
        }
        if size > end {
            try add(
                TimelineEntry(
                    .repaired, from: .tool, at: now,
                    note: "a half-written last line of \(size - end) bytes was taken away after a crash"))
        }
        let own = fresh.count
        for entry in entries { try add(entry) }
        let bytes: [UInt8] = fresh.flatMap { line -> [UInt8] in line.bytes + [0x0A] }
        try Self.files { () throws(StateFilesError) in
            guard let file = try folder.open(Self.name, for: .updating) else { return }
            do throws(StateFilesError) {
                try file.write(bytes, at: end)
                try file.truncate(to: end + bytes.count)
                try file.sync()
            } catch {
                // What is not known to be on the disk is taken back; failing that, the next append repairs it.
                do throws(StateFilesError) { try file.truncate(to: end) } catch {}
                throw error
            }
            if isNew { try folder.sync() }
        }
        return Array(fresh[own...])
    }

    /// The chain, where its last whole line ends, and the file's size.
    private func contents() throws(OperationFailure) -> (chain: TimelineChain, end: Int, size: Int) {
        let bytes = try Self.files { () throws(StateFilesError) in
            try Self.whole(Self.name, in: folder) ?? []
        }
        let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map(Array.init)
        do throws(TimelineChain.Damage) {
            return (try TimelineChain(lines), end, bytes.count)
        } catch {
            throw Self.damaged(error, folder.path(of: Self.name))
        }
    }

    /// The whole contents of a file; nil if it is not there.
    static func whole(_ name: String, in folder: StateFolder) throws(StateFilesError) -> [UInt8]? {
        guard let file = try folder.open(name, for: .reading) else { return nil }
        return try file.bytes(at: 0, count: try file.status().size)
    }

    static func damaged(_ damage: TimelineChain.Damage, _ path: String) -> OperationFailure {
        switch damage {
        case .line(let number): OperationFailure(.badInput, "line \(number) of \(path) is not what was written there")
        case .foreign(let number):
            OperationFailure(.badInput, "line \(number) of \(path) belongs to another incident or chain")
        }
    }

    static func newChainID() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Runs what touches files, its errors as failures of the record.
    static func files<Success>(_ body: () throws(StateFilesError) -> Success) throws(OperationFailure) -> Success {
        do throws(StateFilesError) { return try body() } catch {
            throw OperationFailure(.auditUnwritable, "\(error)")
        }
    }
}
