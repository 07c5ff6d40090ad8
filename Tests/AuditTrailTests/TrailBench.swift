import AuditTrail
import FoundationEssentials
import StateFiles

/// A trail in a folder of its own.
struct TrailBench: Sendable {
    static let context = AuditContext(user: "u", host: "h", processID: 7, session: "s1")

    let place: TemporaryPlace
    let trail: AuditTrail

    var folder: StateFolder { place.folder }

    init(clock: @escaping @Sendable () -> Date = { Date() }) throws {
        place = try TemporaryPlace()
        trail = AuditTrail(in: place.folder, clock: clock)
    }

    /// A trail with this many records.
    init(records: Int) throws {
        try self.init()
        for number in 1...records { try append(note: "record \(number)") }
    }

    @discardableResult
    func append(note: String? = nil) throws -> AuditReceipt {
        try trail.append(
            AuditRecord(.revealRequested, .pending, context: TrailBench.context, reference: "secret:a", note: note))
    }

    /// An append by what could be another process: nothing is remembered.
    @discardableResult
    func appendAnew() throws -> AuditReceipt {
        try AuditTrail(in: folder).append(AuditRecord(.sessionStarted, context: TrailBench.context))
    }

    func verify(_ depth: AuditVerification.Depth = .full) throws -> AuditVerification.State {
        try AuditVerification(of: folder, depth: depth).state
    }

    func bytes(_ name: String) throws -> [UInt8] { try folder.contents(of: name, limit: 1 << 24) ?? [] }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func lines() throws -> [String] {
        try text("audit.jsonl").split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Puts these bytes in the file's place, as someone with an editor would.
    func overwrite(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: folder.path(of: name)))
    }

    func overwrite(lines: [String]) throws {
        try overwrite("audit.jsonl", Array(lines.map { $0 + "\n" }.joined().utf8))
    }
}
