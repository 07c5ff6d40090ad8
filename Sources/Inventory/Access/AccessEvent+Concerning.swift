extension AccessEvent {
    /// Whether the event is about the thing: names it, its path, or everything of its kind; or, for a role or user,
    /// whether it was they who asked.
    public func concerns(_ reference: Reference) -> Bool {
        switch reference {
        case .role, .user: return reader == reference
        case .accessKey, .eventSourceMapping, .stack: return false
        case .secret(let name, let version, _):
            return references.contains { known in
                guard case .secret(name, _, _) = known else { return false }
                return version == nil || self.version == version
            }
        case .parameter(let name, _):
            return references.contains { known in
                guard case .parameter(let read, _) = known else { return false }
                return read == name || read == "/" + name || (read.hasSuffix("/*") && name.hasPrefix(read.dropLast()))
            }
        case .key(let id): return references.contains(.key(id: id))
        case .function(let name, _), .variable(let name, _, _), .alias(let name, _), .functionURL(let name):
            return references.contains { known in
                guard case .function(let read, _) = known else { return false }
                return read == name || read == Reference.everything
            }
        }
    }

    /// Who asked: a role for its sessions, or a user; nil for the account itself and for services.
    public var reader: Reference? { AmazonResourceName(actor).flatMap(Reference.init) }

    /// The one thing to print: what the event names first.
    public var subject: Reference? {
        references.first { if case .key = $0 { false } else { true } } ?? references.first
    }
}

extension Reference {
    /// The name of all functions, for calls that read every one.
    public static let everything = "*"
}
