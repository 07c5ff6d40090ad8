/// The rules that tell a plain setting, a literal secret, a ciphertext and a reference apart, by the name of the
/// variable and the shape of its bytes. Applied where the answer is parsed; the bytes are not kept.
public struct VariableClassification: Sendable {
    /// The names of `[safety] open_variables`: settings by the person's own word. `*` stands for any characters.
    private let open: [String]

    public init(openVariables: [String] = []) { open = openVariables }

    /// Where the value seems to come from. `.secret` and `.parameter` here mean an ARN of one; whether the thing
    /// exists, and which it is, `NameIndex` says.
    public func source(name: String, value: UnsafeRawBufferPointer) -> FunctionRow.Variable.Source {
        source(name: name, shape: ValueShape(value))
    }

    func source(name: String, shape: ValueShape) -> FunctionRow.Variable.Source {
        if open.contains(where: { Self.matches(name, pattern: $0) }) { return .plain }
        let words = VariableName(name)
        let meaning = words.meaning
        switch shape {
        case .empty, .boolean, .certificate, .otherARN: return .plain
        case .privateKey, .markedToken, .urlWithPassword: return .literal
        case .ciphertext: return .ciphertext
        case .secretARN: return .secret
        case .parameterARN: return .parameter
        case .base64, .random:
            if words.saysEncrypted { return .ciphertext }
            return meaning == .setting ? .plain : meaning == .aboutSecret ? .unknown : .literal
        case .path, .address, .url:
            return meaning == .secret ? .unknown : .plain
        case .number, .word: return meaning == .secret ? .literal : .plain
        case .text:
            switch meaning {
            case .secret: return .literal
            case .setting: return .plain
            case .aboutSecret, .open: return .unknown
            }
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
