/// The four lists.
public enum ResourceKind: String, CaseIterable, Sendable, Codable {
    case function, parameter, secret, key

    /// The word of `curtain list` and of the screen.
    public var plural: String {
        switch self {
        case .function: "functions"
        case .parameter: "parameters"
        case .secret: "secrets"
        case .key: "keys"
        }
    }
}
