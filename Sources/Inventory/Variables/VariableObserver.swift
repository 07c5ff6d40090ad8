import ForeignText
import SensitiveMemory

/// Looks once at a variable's value while the answer is parsed, and keeps of it what a row may know: size class,
/// keyed fingerprint, and where it seems to come from.
public struct VariableObserver: Sendable {
    private let key: FingerprintKey
    private let rules: VariableClassification

    public init(key: FingerprintKey, rules: VariableClassification = VariableClassification()) {
        self.key = key
        self.rules = rules
    }

    /// The variable without its value.
    public func variable(name: String, value: UnsafeRawBufferPointer) -> FunctionRow.Variable {
        FunctionRow.Variable(
            name: ForeignText.visible(name), size: SizeClass(byteCount: value.count),
            source: rules.source(name: name, value: value),
            fingerprint: value.isEmpty ? nil : key.fingerprint(of: value))
    }
}
