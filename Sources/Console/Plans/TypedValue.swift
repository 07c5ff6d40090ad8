import Operations
import SensitiveMemory

/// The new value for a run: made as the plan says, or what the person typed in the console.
struct TypedValue: NewValueSupply {
    /// What a run says that needs a value which nobody typed; the console then asks for it.
    static let missing = "the new value stands nowhere yet and has to be typed"

    let typed: SecretBytes?

    func newValue(_ recipe: ValueRecipe) async throws(OperationFailure) -> SecretBytes {
        switch recipe {
        case .generated(let value): return try value.make()
        case .given:
            guard let typed, typed.count > 0 else { throw OperationFailure(.usage, Self.missing) }
            // The run wipes what it is given; it may ask again.
            do { return try typed.withUnsafeBytes { try SecretBytes(copying: $0) } } catch {
                throw OperationFailure(.ownFault, "no locked memory is left for the value")
            }
        case .unchanged: throw OperationFailure(.ownFault, "the value stays as it is")
        case .byRotation: throw OperationFailure(.ownFault, "the rotation makes the value itself")
        case .version: throw OperationFailure(.ownFault, "an older version is read by the run itself")
        }
    }
}
