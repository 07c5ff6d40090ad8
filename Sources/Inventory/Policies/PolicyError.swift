/// Why a text is no policy document. Quotes nothing of it.
public struct PolicyError: Error, Equatable, Sendable, CustomStringConvertible {
    public let policy: String
    public let message: String

    public init(_ policy: String, _ message: String) {
        self.policy = policy
        self.message = message
    }

    public var description: String { "policy \(policy): \(message)" }
}
