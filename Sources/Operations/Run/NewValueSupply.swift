import SensitiveMemory

/// The ability to give the new value when it is needed and stands nowhere yet: made, typed, or read from where the
/// person put it.
public protocol NewValueSupply: Sendable {
    func newValue(_ recipe: ValueRecipe) async throws(OperationFailure) -> SecretBytes
}
