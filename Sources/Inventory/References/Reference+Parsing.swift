extension Reference {
    private typealias Piece = ReferenceScanner.Piece

    /// Reads a reference in the one grammar: `word:name…`, an ARN, or a bare `/path` for a parameter. Account and
    /// region of an ARN are dropped; see `AmazonResourceName`.
    public init(parsing text: String) throws(ReferenceError) {
        let whole = try ReferenceScanner(text).whole
        guard !whole.isEmpty else { throw ReferenceError("nothing there", at: 1) }
        if whole.starts(with: "/") {
            self = try Self.parameter(whole)
        } else if whole.starts(with: "arn:") {
            self = try Self.arn(whole, expected: nil)
        } else {
            guard let (head, rest) = whole.split(at: ":"), let word = ReferenceWord(rawValue: head.raw) else {
                let words = ReferenceWord.allCases.map(\.rawValue).joined(separator: ": ")
                throw ReferenceError("begin with one of \(words): or with / for a parameter, or give an ARN", at: 1)
            }
            self = rest.starts(with: "arn:") ? try Self.arn(rest, expected: word) : try Self.named(word, rest)
        }
    }

    private static func named(_ word: ReferenceWord, _ rest: Piece) throws(ReferenceError) -> Reference {
        switch word {
        case .function:
            let (name, qualifier) = try qualified(rest, "the function's name")
            return .function(name: name, qualifier: qualifier)
        case .variable:
            guard let (function, name) = rest.split(at: "/") else {
                throw ReferenceError("expected / and the variable's name, as in env:FUNCTION/KEY", at: rest.end)
            }
            let (functionName, qualifier) = try qualified(function, "the function's name")
            return .variable(
                function: functionName, qualifier: qualifier, name: try name.decoded("the variable's name"))
        case .parameter: return try parameter(rest)
        case .secret: return try secret(rest)
        case .key: return .key(id: try rest.decoded("the key's id or alias"))
        case .role: return .role(name: try rest.decoded("the role's name"))
        case .user: return .user(name: try rest.decoded("the user's name"))
        case .accessKey: return .accessKey(id: try rest.decoded("the access key's id"))
        case .alias:
            guard let (function, name) = rest.split(at: "/") else {
                throw ReferenceError("expected / and the alias, as in alias:FUNCTION/NAME", at: rest.end)
            }
            return .alias(
                function: try function.decoded("the function's name"), name: try name.decoded("the alias"))
        case .eventSourceMapping: return .eventSourceMapping(uuid: try rest.decoded("the mapping's UUID"))
        case .functionURL: return .functionURL(function: try rest.decoded("the function's name"))
        case .stack: return .stack(name: try rest.decoded("the stack's name"))
        }
    }

    private static func qualified(
        _ piece: Piece, _ what: String
    ) throws(ReferenceError) -> (name: String, qualifier: String?) {
        guard let (name, qualifier) = piece.split(at: "@") else { return (try piece.decoded(what), nil) }
        return (try name.decoded(what), try qualifier.decoded("the version or alias behind @"))
    }

    private static func parameter(_ piece: Piece) throws(ReferenceError) -> Reference {
        guard let (name, selector) = piece.split(at: ":") else {
            return .parameter(name: try piece.decoded("the parameter's name"))
        }
        if let (extra, _) = selector.split(at: ":") {
            throw ReferenceError("a second : (one version or label; inside a name : is written %3A)", at: extra.end)
        }
        return .parameter(
            name: try name.decoded("the parameter's name"),
            selector: try selector.decoded("the version or label behind :"))
    }

    private static func secret(_ piece: Piece) throws(ReferenceError) -> Reference {
        let (named, pointer) = try pointer(piece)
        let (name, version) = try qualified(named, "the secret's name")
        return .secret(name: name, version: version, pointer: pointer)
    }

    /// Cuts off `#/json/pointer` (RFC 6901).
    private static func pointer(_ piece: Piece) throws(ReferenceError) -> (named: Piece, pointer: String?) {
        guard let (named, pointer) = piece.split(at: "#") else { return (piece, nil) }
        guard pointer.starts(with: "/") else {
            throw ReferenceError("a field is named by a JSON pointer, as in #/password", at: pointer.place)
        }
        let text = try pointer.decoded("the field")
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() where scalar == "~" {
            guard index + 1 < scalars.count, scalars[index + 1] == "0" || scalars[index + 1] == "1" else {
                throw ReferenceError("~ in a JSON pointer is written ~0 (and / inside a name ~1)", at: pointer.place)
            }
        }
        return (named, text)
    }

    /// An ARN; a secret's may be followed by `@STAGE-or-VERSIONID` and `#/json/pointer`.
    private static func arn(_ piece: Piece, expected word: ReferenceWord?) throws(ReferenceError) -> Reference {
        let (named, pointer) = try pointer(piece)
        let (bare, version) = try arnVersion(named)
        guard let arn = AmazonResourceName(bare.raw) else {
            throw ReferenceError("an ARN has six parts, arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE", at: piece.place)
        }
        guard let reference = Reference(arn) else {
            throw ReferenceError("an ARN of a kind of thing that has no reference", at: piece.place)
        }
        guard word == nil || word == reference.word else {
            throw ReferenceError("the ARN is of another kind of thing (\(reference.word.rawValue))", at: piece.place)
        }
        guard case .secret(let name, _, _) = reference else {
            if pointer != nil || version != nil {
                throw ReferenceError("@ and # follow the ARN of a secret only", at: bare.end)
            }
            return reference
        }
        return .secret(name: name, version: version, pointer: pointer)
    }

    /// Secret names may contain @, bare in an ARN. The last @ begins a version unless only the whole ends as the
    /// ARN of a secret does.
    private static func arnVersion(_ piece: Piece) throws(ReferenceError) -> (bare: Piece, version: String?) {
        guard let index = piece.characters.lastIndex(of: "@") else { return (piece, nil) }
        let before = Piece(characters: piece.characters[..<index])
        if AmazonResourceName.withoutRandomSuffix(before.raw) == nil,
            AmazonResourceName.withoutRandomSuffix(piece.raw) != nil
        {
            return (piece, nil)
        }
        let version = Piece(characters: piece.characters[(index + 1)...])
        return (before, try version.decoded("the stage or version id behind @"))
    }
}
