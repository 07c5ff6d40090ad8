/// Why an exchange has no answer. Holds no header and no body.
public struct TransportError: Error, Sendable, Equatable {
    /// What went wrong, in the kinds that the layers above treat differently.
    public enum Kind: Sendable, Equatable {
        /// The host's name, or the proxy's, has no address.
        case unresolved
        /// Nobody listens, or no route.
        case refused
        /// The proxy said no.
        case proxy
        /// The time for connecting or for the whole exchange was over.
        case timedOut
        /// The certificate is not trusted, or no common protocol.
        case tls
        /// The connection ended in the middle of the exchange.
        case broken
        /// Fewer bytes than announced, a broken compression, or no HTTP at all.
        case malformed
        /// The body is over the limit.
        case tooLarge
        /// The task was cancelled, or the transport was closed.
        case cancelled
        /// The request itself cannot be sent (a bad URL, a setting libcurl refuses).
        case unusable
    }

    public let kind: Kind
    /// libcurl's name for it: `CURLE_COULDNT_CONNECT`.
    public let code: String
    /// What failed and where, in words; no final full stop.
    public let words: String
    /// Whether the server may have received the request: a change is then ambiguous.
    public let mayHaveArrived: Bool

    public init(_ kind: Kind, code: String = "", words: String, mayHaveArrived: Bool) {
        self.kind = kind
        self.code = code
        self.words = words
        self.mayHaveArrived = mayHaveArrived
    }
}
