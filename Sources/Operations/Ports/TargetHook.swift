import Inventory
import SensitiveMemory

/// The ability to change the system that a secret opens: the person's own program.
public protocol TargetHook: Sendable {
    /// Calls it with the values on pipes. Throws `refused` if it could not be run at all, `lost` if it was ended before
    /// it had answered.
    func call(_ step: HookStep, _ values: HookValues, for plan: Plan) async throws(CallFailure) -> HookAnswer
}

/// What the hook is asked to do. The raw value is its last argument.
public enum HookStep: String, CaseIterable, Sendable {
    /// Let the new value in (beside the old one, if the plan says overlap). Asked again, it does nothing more.
    case set
    /// Sign in with the value; a refusal is no fault.
    case test
    /// Settle on the new value: the old one is not needed any longer.
    case finish
    /// Let the old value in and the new one no longer. Asked again, it does nothing more.
    case undo
}

/// The values that a hook gets: one on standard input, the other on descriptor 3.
public struct HookValues: Sendable {
    public let value: SecretBytes
    /// The one before; nil if there is none.
    public let former: SecretBytes?

    public init(value: SecretBytes, former: SecretBytes?) {
        self.value = value
        self.former = former
    }
}

/// What the hook said.
public enum HookAnswer: Sendable, Equatable {
    /// It ended with 0.
    case yes
    /// It ended with another code; its last line, cleaned and free of the values.
    case no(String)
}
