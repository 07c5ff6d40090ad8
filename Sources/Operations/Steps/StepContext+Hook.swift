import SensitiveMemory

extension StepContext {
    /// Which value a sign-in is tried with.
    enum Tried { case new, old }

    /// Whether the target system signs in with the value.
    func accepts(_ tried: Tried) async throws(CallFailure) -> HookAnswer {
        let value: SecretBytes
        switch tried {
        case .new: value = try await values.new().bytes
        case .old:
            guard let old = try await values.old() else { return .no("there is no old value") }
            value = old.bytes
        }
        return try await hook.call(.test, HookValues(value: value, former: nil), for: plan)
    }

    /// Calls the hook with the new value, and the old one beside it.
    func callHook(_ step: HookStep) async throws(CallFailure) -> HookAnswer {
        let new = try await values.new().bytes
        return try await hook.call(step, HookValues(value: new, former: values.old()?.bytes), for: plan)
    }

    private var hook: any TargetHook {
        get throws(CallFailure) {
            guard let hook = tools.hook else {
                throw CallFailure(
                    .refused, OperationFailure(.usage, "\(step.key): the plan has a hook, and none can be run here"))
            }
            return hook
        }
    }
}
