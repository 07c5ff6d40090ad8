import FoundationEssentials
import Inventory

/// An old credential that nobody should use any more.
public struct WatchTarget: Equatable, Sendable {
    /// How its use is told apart from that of the new one.
    public enum Kind: Equatable, Sendable {
        /// Any call that was signed with it.
        case accessKey(String)
        /// Any call of the user.
        case user(String)
        /// A read that asks for a version or stage which is not among these.
        case secret(name: String, arn: String, current: Set<String>)
        /// A read that asks for a version or label other than these, or for the history.
        case parameter(name: String, arn: String, current: Set<String>)
    }

    public let reference: Reference
    public let kind: Kind
    /// Since when a use is one too many: its rotation, or the moment in which it was made inactive.
    public let since: Date

    public init(_ reference: Reference, _ kind: Kind, since: Date) {
        self.reference = reference
        self.kind = kind
        self.since = since
    }
}
