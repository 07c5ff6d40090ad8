import ForeignText
import SensitiveMemory

/// Looks once at a variable's value while the answer is parsed, and keeps of it what a row may know: size class,
/// keyed fingerprints of it and of what may be names in it, where it seems to come from and why it looks like a secret.
public struct VariableObserver: Sendable {
    private let key: FingerprintKey
    private let rules: VariableClassification

    public init(key: FingerprintKey, rules: VariableClassification = VariableClassification()) {
        self.key = key
        self.rules = rules
    }

    /// The variable without its value.
    public func variable(name: String, value: UnsafeRawBufferPointer) -> FunctionRow.Variable {
        let known = ValueShape(value)
        let (source, shape) = rules.look(name: name, value: value, as: known)
        return FunctionRow.Variable(
            name: ForeignText.visible(name), size: SizeClass(byteCount: value.count), source: source,
            fingerprint: value.isEmpty ? nil : key.fingerprint(of: value), mentions: mentions(value, known),
            shape: shape)
    }

    private func mentions(_ value: UnsafeRawBufferPointer, _ shape: ValueShape) -> [ValueMention] {
        if shape == .ciphertext {
            let id = ValueScan(value).withKeyID { key.fingerprint(of: $0) }
            return id.map { [ValueMention(fingerprint: $0, form: .ciphertextKey)] } ?? []
        }
        return shape.mayMention ? MentionScan(value, key: key).mentions : []
    }
}
