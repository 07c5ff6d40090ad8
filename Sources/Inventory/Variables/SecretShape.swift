/// Why a value looks like a secret, told from the variable's name and from the bytes while the answer is parsed, and
/// kept instead of them.
public enum SecretShape: Sendable, Hashable {
    /// A PEM private key, plain or as base64.
    case privateKey
    /// A token that its issuer marks as one.
    case token(TokenIssuer)
    /// A URL with a password or token in it.
    case passwordInURL
    /// A connection string, JSON text or command line with a field that is named like a secret.
    case passwordInText
    /// One long run of characters that nobody would think up.
    case random
    /// A random string under a name that says secret.
    case credential
    /// Nothing about the bytes but the variable's name says so.
    case named

    /// A few words for a finding, such as `a GitHub token`.
    public var words: String {
        switch self {
        case .privateKey: "a private key"
        case .token(let issuer): issuer.words
        case .passwordInURL: "a URL with a password or token in it"
        case .passwordInText: "a text with a password or token in it"
        case .random: "a random string"
        case .credential: "a random string under a name that says secret"
        case .named: "something under a name that says secret"
        }
    }
}
