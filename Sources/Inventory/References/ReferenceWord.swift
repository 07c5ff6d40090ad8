/// The words in front of the colon, one a kind of thing.
public enum ReferenceWord: String, CaseIterable, Sendable {
    case function = "fn"
    case variable = "env"
    case parameter = "param"
    case secret
    case key
    case role
    case user
    case accessKey = "accesskey"
    case alias
    case eventSourceMapping = "esm"
    case functionURL = "url"
    case stack
}

extension Reference {
    /// The word that this reference begins with.
    public var word: ReferenceWord {
        switch self {
        case .function: .function
        case .variable: .variable
        case .parameter: .parameter
        case .secret: .secret
        case .key: .key
        case .role: .role
        case .user: .user
        case .accessKey: .accessKey
        case .alias: .alias
        case .eventSourceMapping: .eventSourceMapping
        case .functionURL: .functionURL
        case .stack: .stack
        }
    }
}
