/// Why something is not there, in words for the row or pane that it concerns. Never a value.
public struct Problem: Sendable, Equatable, Error {
    /// What the console itself must tell apart.
    public enum Kind: String, Sendable {
        case noCredentials, expiredCredentials, denied, unreachable, throttled, notFound, auditUnwritable, other
    }

    public let kind: Kind
    /// What failed, on what: one line.
    public let summary: String
    /// What to do next; empty if there is nothing to say.
    public let advice: String
    /// AWS's error code; empty if AWS had no part in it.
    public let code: String
    public let requestID: String

    public init(_ kind: Kind, _ summary: String, advice: String = "", code: String = "", requestID: String = "") {
        self.kind = kind
        self.summary = summary
        self.advice = advice
        self.code = code
        self.requestID = requestID
    }
}
