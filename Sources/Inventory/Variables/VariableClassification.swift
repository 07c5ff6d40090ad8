/// The rules that tell a plain setting, a literal secret, a ciphertext and a reference apart, by the name of the
/// variable and the shape of its bytes. Applied where the answer is parsed; the bytes are not kept.
public struct VariableClassification: Sendable {
    /// The names of `[safety] open_variables`: settings by the person's own word. `*` stands for any characters.
    private let open: [String]

    public init(openVariables: [String] = []) { open = openVariables }

    /// Where the value seems to come from. `.secret` and `.parameter` here mean an ARN of one; whether the thing
    /// exists, and which it is, `NameIndex` says.
    public func source(name: String, value: UnsafeRawBufferPointer) -> FunctionRow.Variable.Source {
        look(name: name, value: value).source
    }

    /// Where the value seems to come from, and why it looks like a secret if it does. The two differ in their caution:
    /// the source keeps closed what might be one, the shape accuses only where there is something to show.
    public func look(
        name: String, value: UnsafeRawBufferPointer
    ) -> (source: FunctionRow.Variable.Source, shape: SecretShape?) {
        look(name: name, value: value, as: ValueShape(value))
    }

    func look(
        name: String, value: UnsafeRawBufferPointer, as known: ValueShape
    ) -> (source: FunctionRow.Variable.Source, shape: SecretShape?) {
        if !open.isEmpty, open.contains(where: { Self.matches(name, pattern: $0) }) { return (.plain, nil) }
        let (source, seen) = Self.judge(VariableName(name), known)
        var shape = seen
        // `${…}`, `changeme`: closed like a value, and nothing to accuse anybody of.
        switch shape {
        case .random, .credential, .named: if ValueScan(value).isPlaceholder { shape = nil }
        case .privateKey, .token, .passwordInURL, .passwordInText, nil: break
        }
        return (source, shape)
    }

    private static func judge(
        _ words: VariableName, _ shape: ValueShape
    ) -> (source: FunctionRow.Variable.Source, shape: SecretShape?) {
        let meaning = words.meaning
        switch shape {
        case .empty, .boolean, .certificate, .otherARN: return (.plain, nil)
        case .privateKey: return (.literal, .privateKey)
        case .markedToken(let issuer): return (.literal, .token(issuer))
        case .urlWithPassword: return (.literal, .passwordInURL)
        case .textWithPassword: return (.literal, .passwordInText)
        case .ciphertext: return (.ciphertext, nil)
        case .secretARN: return (.secret, nil)
        case .parameterARN: return (.parameter, nil)
        case .base64, .random, .digest, .encodedJSON, .example: return random(words, meaning, shape)
        case .path, .address, .url: return (meaning == .secret ? .unknown : .plain, nil)
        case .number: return (meaning == .secret ? .literal : .plain, nil)
        case .digits, .word: return meaning == .secret ? (.literal, .named) : (.plain, nil)
        case .text, .uuid:
            switch meaning {
            case .secret: return (.literal, .named)
            case .key: return shape == .uuid ? (.literal, .named) : (.unknown, nil)
            case .setting: return (.plain, nil)
            case .aboutSecret, .identifier, .open: return (.unknown, nil)
            }
        }
    }

    private static func random(
        _ words: VariableName, _ meaning: VariableName.Meaning, _ shape: ValueShape
    ) -> (source: FunctionRow.Variable.Source, shape: SecretShape?) {
        if words.saysEncrypted { return (.ciphertext, nil) }
        switch meaning {
        case .setting: return (.plain, nil)
        case .aboutSecret, .identifier: return (.unknown, nil)
        case .secret: return (.literal, shape == .example ? nil : .credential)
        case .key: return (.literal, shape == .example ? nil : .random)
        case .open: return (.literal, shape == .random || shape == .base64 ? .random : nil)
        }
    }

    private static func matches(_ name: String, pattern: String) -> Bool {
        guard pattern.contains("*") else { return name == pattern }
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard name.hasPrefix(parts[0]), name.hasSuffix(parts[parts.count - 1]),
            name.count >= parts[0].count + parts[parts.count - 1].count
        else { return false }
        var rest = name.dropFirst(parts[0].count).dropLast(parts[parts.count - 1].count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
