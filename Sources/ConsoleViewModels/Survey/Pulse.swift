import FoundationEssentials
import Inventory
import TerminalCanvas

/// Something about a row that needs a look, told by what its list told.
public enum Pulse: Int, CaseIterable, Sendable, Hashable {
    case literal, duplicate, failed, environmentFull, unreadable
    case unencrypted, expiring
    case overdue, pending, deleting
    case unusableKey, fixedKey

    /// The word of the panel.
    public var word: String {
        switch self {
        case .literal: "literal"
        case .duplicate: "same value"
        case .failed: "failed"
        case .environmentFull: "env full"
        case .unreadable: "unreadable"
        case .unencrypted: "plain text"
        case .expiring: "expiring"
        case .overdue: "overdue"
        case .pending: "pending"
        case .deleting: "deleting"
        case .unusableKey: "unusable"
        case .fixedKey: "fixed key"
        }
    }

    /// What it means, as the rest of a sentence.
    public var words: String {
        switch self {
        case .literal: "functions with what may be a secret as plain text in their configuration"
        case .duplicate: "functions that hold the same value as another variable"
        case .failed: "functions that failed to update or to start"
        case .environmentFull: "functions whose environment is within a tenth of its 4,096 bytes"
        case .unreadable: "functions whose environment could not be read"
        case .unencrypted: "parameters that are not encrypted"
        case .expiring: "parameters with an expiration policy"
        case .overdue: "secrets whose rotation is overdue"
        case .pending: "secrets with a pending version"
        case .deleting: "secrets that will be deleted"
        case .unusableKey: "keys that are disabled or will be deleted"
        case .fixedKey: "customer keys without automatic rotation"
        }
    }

    var title: String { words.prefix(1).uppercased() + words.dropFirst() }

    public var role: StyleRole {
        switch self {
        case .failed, .unusableKey, .unreadable: .failed
        case .literal, .environmentFull, .unencrypted, .expiring, .overdue: .stale
        case .duplicate: .duplicate
        case .pending: .running
        case .deleting, .fixedKey: .text
        }
    }

    /// Whose rows it is about.
    var kinds: [ResourceKind] {
        switch self {
        case .literal, .duplicate, .failed, .environmentFull, .unreadable: [.function]
        case .unencrypted, .expiring: [.parameter]
        case .overdue, .pending, .deleting: [.secret]
        case .unusableKey, .fixedKey: [.key]
        }
    }

    /// Whether a row is one of them. `equals` tells which values are the same; `wall` is the time now.
    func applies(to row: ResourceRow, equals: EqualValues, wall: Double) -> Bool {
        switch row {
        case .function(let row): applies(to: row, equals: equals)
        case .parameter(let row): applies(to: row)
        case .secret(let row): applies(to: row, wall: wall)
        case .key(let row): applies(to: row)
        }
    }

    private func applies(to row: FunctionRow, equals: EqualValues) -> Bool {
        switch self {
        case .literal: row.variables.contains { $0.source == .literal }
        case .duplicate: row.variables.contains { equals.isShared($0) }
        case .failed: row.state == "Failed" || row.lastUpdateStatus == "Failed"
        case .environmentFull: row.isEnvironmentFull
        case .unreadable: row.variablesError != nil
        case .unencrypted, .expiring, .overdue, .pending, .deleting, .unusableKey, .fixedKey: false
        }
    }

    private func applies(to row: ParameterRow) -> Bool {
        switch self {
        case .unencrypted: row.type != "SecureString"
        case .expiring: row.policies.contains { $0.hasPrefix("Expiration ") }
        case .literal, .duplicate, .failed, .environmentFull, .unreadable, .overdue, .pending, .deleting, .unusableKey,
            .fixedKey:
            false
        }
    }

    private func applies(to row: SecretRow, wall: Double) -> Bool {
        switch self {
        case .overdue: row.isOverdue(wall: wall)
        case .pending: row.isPending
        case .deleting: row.deleting != nil
        case .literal, .duplicate, .failed, .environmentFull, .unreadable, .unencrypted, .expiring, .unusableKey,
            .fixedKey:
            false
        }
    }

    private func applies(to row: KeyRow) -> Bool {
        switch self {
        case .unusableKey: row.state.map { $0 != "Enabled" } ?? false
        case .fixedKey: row.isFixed
        case .literal, .duplicate, .failed, .environmentFull, .unreadable, .unencrypted, .expiring, .overdue, .pending,
            .deleting:
            false
        }
    }
}
