extension Reference: CustomStringConvertible {
    /// The reference in the one grammar; parsing it gives an equal reference. Safe to draw and one word.
    public var text: String {
        let rest =
            switch self {
            case .function(let name, let qualifier):
                Self.name(name) + Self.part("@", qualifier)
            case .variable(let function, let qualifier, let name):
                Self.name(function, also: ["/"]) + Self.part("@", qualifier, also: ["/"]) + "/" + Self.name(name)
            case .parameter(let name, let selector):
                Self.name(name, also: [":"]) + Self.part(":", selector, also: [":"])
            case .secret(let name, let version, let pointer):
                Self.name(name) + Self.part("@", version) + Self.part("#", pointer)
            case .key(let id), .accessKey(let id): Self.name(id)
            case .role(let name), .user(let name), .stack(let name): Self.name(name)
            case .alias(let function, let name): Self.name(function, also: ["/"]) + "/" + Self.name(name)
            case .eventSourceMapping(let uuid): Self.name(uuid)
            case .functionURL(let function): Self.name(function)
            }
        return word.rawValue + ":" + rest
    }

    public var description: String { text }

    /// A name that begins like an ARN would be read as one: its colons are encoded.
    private static func name(_ name: String, also separators: Set<Character> = []) -> String {
        let likeARN = name.unicodeScalars.starts(with: "arn:".unicodeScalars)
        return ReferenceEncoding.encode(name, also: likeARN ? separators.union([":"]) : separators)
    }

    private static func part(_ mark: String, _ text: String?, also separators: Set<Character> = []) -> String {
        text.map { mark + ReferenceEncoding.encode($0, also: separators) } ?? ""
    }
}
