import SensitiveMemory

/// One call of one operation, before endpoint, credentials and signature.
public struct AWSRequest: Sendable {
    /// What the operation does to the account. Read-only mode signs no `.changes`, and an ambiguous
    /// answer to one is reported, never repeated.
    public enum Effect: Sendable { case reads, changes }

    /// The bytes of the request.
    public enum Body: Sendable {
        case empty
        case bytes([UInt8])
        /// A body that holds a new value.
        case secret(SecretBytes)
    }

    public var service: AWSServiceID
    /// The operation's name in the AWS API reference: `ListFunctions`.
    public var operation: String
    public var effect: Effect
    /// The HTTP method, upper case.
    public var method: String
    /// The path, each segment percent-encoded once (RFC 3986 unreserved characters stay).
    public var path: String
    /// Names and values, not encoded.
    public var query: [(name: String, value: String)]
    public var headers: [(name: String, value: String)]
    /// Headers whose values are credentials, such as a bearer token.
    public var secretHeaders: [(name: String, value: SecretBytes)] = []
    public var body: Body
    /// What the call is about, for the command log: a name or an ARN, never a value.
    public var subject: String?
    /// Whether the server recognises a repetition by a token in the request (`ClientRequestToken`), so that
    /// even a change may be sent again.
    public var isIdempotent: Bool
    /// Whether the caller paces its calls itself: an answer that turns the call away because of the rate is thrown
    /// at once, with what it asks for in `retryAfter`.
    public var waitsForItsTurn = false

    public init(
        service: AWSServiceID, operation: String, effect: Effect, method: String = "POST", path: String = "/",
        query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
        body: Body = .empty, subject: String? = nil, isIdempotent: Bool = false
    ) {
        self.service = service
        self.operation = operation
        self.effect = effect
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.subject = subject
        self.isIdempotent = isIdempotent
    }
}
