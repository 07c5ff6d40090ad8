/// The way to one value inside a JSON text (RFC 6901): `/servers/0/password`. The empty pointer is the whole text.
public struct JSONPointer: Hashable, Sendable {
    /// Why a text is no pointer.
    public enum Invalid: Error, Equatable, Sendable {
        /// A pointer is empty or begins with a slash.
        case doesNotBeginWithSlash
        /// `~` must be followed by `0` or `1`.
        case badEscape
    }

    /// The reference tokens, decoded: `~1` is a slash, `~0` a tilde.
    public let tokens: [String]

    /// The pointer made of these names and indexes.
    public init(tokens: [String]) { self.tokens = tokens }

    /// Reads a pointer in its text form (RFC 6901, section 3).
    public init(_ text: String) throws(Invalid) {
        guard !text.isEmpty else {
            tokens = []
            return
        }
        var tokens: [String] = []
        var token = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        guard scalars.next() == "/" else { throw .doesNotBeginWithSlash }
        while let scalar = scalars.next() {
            switch scalar {
            case "/":
                tokens.append(String(token))
                token.removeAll()
            case "~":
                switch scalars.next() {
                case "0": token.append("~")
                case "1": token.append("/")
                default: throw .badEscape
                }
            default: token.append(scalar)
            }
        }
        tokens.append(String(token))
        self.tokens = tokens
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The text form.
    public var description: String {
        var result = String.UnicodeScalarView()
        for token in tokens {
            result.append("/")
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": result.append(contentsOf: "~0".unicodeScalars)
                case "/": result.append(contentsOf: "~1".unicodeScalars)
                default: result.append(scalar)
                }
            }
        }
        return String(result)
    }
}
