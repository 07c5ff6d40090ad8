extension ResourceKind {
    /// The kind that the words of the command line and the prompt mean: `fn`, `function`, `functions`, …; nil
    /// for any other word.
    public init?(word: String) {
        guard let kind = Self.allCases.first(where: { word == $0.plural || word == $0.rawValue || word == $0.prefix })
        else { return nil }
        self = kind
    }

    /// The word in front of the colon of a reference to such a thing.
    public var prefix: String {
        switch self {
        case .function: ReferenceWord.function.rawValue
        case .parameter: ReferenceWord.parameter.rawValue
        case .secret: ReferenceWord.secret.rawValue
        case .key: ReferenceWord.key.rawValue
        }
    }
}

extension Reference {
    /// The list in which the thing, or what it belongs to, has a row; nil for the kinds without a list.
    public var listKind: ResourceKind? {
        switch self {
        case .function, .variable, .alias, .functionURL: .function
        case .parameter: .parameter
        case .secret: .secret
        case .key: .key
        case .role, .user, .accessKey, .eventSourceMapping, .stack: nil
        }
    }

    /// The reference of the row that stands for the thing: without version, field or variable.
    public var ofRow: Reference? {
        switch self {
        case .function(let name, _), .variable(let name, _, _), .alias(let name, _), .functionURL(let name):
            .function(name: name)
        case .parameter(let name, _): .parameter(name: name)
        case .secret(let name, _, _): .secret(name: name)
        case .key(let id): .key(id: id)
        case .role, .user, .accessKey, .eventSourceMapping, .stack: nil
        }
    }

    /// Whether the reference names something that has a value which can be revealed.
    public var namesValue: Bool {
        switch self {
        case .variable, .parameter, .secret: true
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: false
        }
    }
}
