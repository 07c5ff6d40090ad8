import FoundationEssentials
import StateFiles

/// Findings that somebody has accepted, each with a reason and, if wanted, a last day:
///
///     [plain-secret-3f2a9c01d4]
///     reason = "test key of the sandbox, rotated with it"
///     until = "2027-03-31"
public struct FindingBaseline: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        public let id: String
        public let reason: String
        /// The last day on which it is accepted, `2027-03-31`; nil for ever.
        public let until: String?
        /// What it was about when it was written; for people.
        public let reference: String?

        public init(id: String, reason: String, until: String? = nil, reference: String? = nil) {
            self.id = id
            self.reason = reason
            self.until = until
            self.reference = reference
        }
    }

    public private(set) var entries: [Entry]

    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// Why a finding is accepted on that day (`2026-11-27`); nil if it is not.
    public func reason(for id: String, on day: String) -> String? {
        entries.first { $0.id == id && ($0.until.map { day <= $0 } ?? true) }?.reason
    }

    /// Accepts more; what is accepted already keeps its reason.
    public mutating func accept(_ more: [Entry]) {
        let known = Set(entries.map(\.id))
        entries += more.filter { !known.contains($0.id) }
        entries.sort { $0.id < $1.id }
    }
}
