import SensitiveMemory

/// The ability to change functions, their versions and aliases.
public protocol FunctionChanging: Sendable {
    /// $LATEST, or what the qualifier names. GetFunction, which has a quota of its own.
    func state(of function: String, qualifier: String?) async throws(CallFailure) -> FunctionState
    /// Reads the whole environment, changes these variables in it (nil removes one) and writes it, if the function is
    /// still at this revision.
    func setVariables(
        _ changes: [String: SecretBytes?], of function: String, revision: String
    ) async throws(CallFailure) -> (state: FunctionState, receipt: CallReceipt)
    /// Publishes $LATEST if it still has this code and revision; the version as it came out.
    func publish(
        _ function: String, codeSHA256: String?, revision: String, description: String
    ) async throws(CallFailure) -> (state: FunctionState, receipt: CallReceipt)
    /// Every published version.
    func versions(of function: String) async throws(CallFailure) -> [FunctionState]
    func alias(_ alias: String, of function: String) async throws(CallFailure) -> AliasState
    /// Every alias of the function, by its name.
    func aliases(of function: String) async throws(CallFailure) -> [String: AliasState]
    /// Deletes one published version, for good. Whoever calls has seen that no alias points there.
    func deleteVersion(_ version: String, of function: String) async throws(CallFailure) -> CallReceipt
    /// Sends the alias to a version, with shares (0 to 1) for others; an empty map takes former shares away.
    func point(
        _ alias: String, of function: String, to version: String, weights: [String: Double], revision: String?
    ) async throws(CallFailure) -> (state: AliasState, receipt: CallReceipt)
    /// nil if none is provisioned on the alias.
    func provisioned(on alias: String, of function: String) async throws(CallFailure) -> ProvisionedState?
    /// Invokes with this payload (JSON) and waits; nothing of the answer is kept but whether it is as expected.
    func invoke(
        _ function: String, qualifier: String?, payload: String, expected: String?
    ) async throws(CallFailure) -> InvocationOutcome
    /// One variable's value; nil if there is none.
    func value(of variable: String, in function: String, qualifier: String?) async throws(CallFailure) -> SecretBytes?
}

/// How a provisioned concurrency stands.
public struct ProvisionedState: Sendable, Equatable {
    /// READY, IN_PROGRESS, FAILED.
    public let status: String
    public let reason: String?
    public let requested: Int?

    public init(status: String, reason: String? = nil, requested: Int? = nil) {
        self.status = status
        self.reason = reason
        self.requested = requested
    }
}

/// What an invocation came to. The answer itself may hold anything and is not kept.
public enum InvocationOutcome: Sendable, Equatable {
    case asExpected
    /// The function failed: `Unhandled` or `Handled`, and the error's type.
    case functionError(String)
    /// It answered, but without what was expected.
    case unexpected
}
