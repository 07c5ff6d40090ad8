import ForeignText

extension Reference {
    /// The kind in one word, as rows have it.
    public var kindWord: String {
        switch self {
        case .function: "function"
        case .variable: "variable"
        case .parameter: "parameter"
        case .secret: "secret"
        case .key: "key"
        case .role: "role"
        case .user: "user"
        case .accessKey: "accessKey"
        case .alias: "alias"
        case .eventSourceMapping: "eventSourceMapping"
        case .functionURL: "functionUrl"
        case .stack: "stack"
        }
    }

    /// The name alone, made safe to draw.
    public var shortName: String {
        let name =
            switch self {
            case .function(let name, _), .parameter(let name, _), .secret(let name, _, _), .role(let name),
                .user(let name),
                .stack(let name), .alias(_, let name), .variable(_, _, let name), .functionURL(let name):
                name
            case .key(let id), .accessKey(let id): id
            case .eventSourceMapping(let uuid): uuid
            }
        return ForeignText.visible(name)
    }
}
