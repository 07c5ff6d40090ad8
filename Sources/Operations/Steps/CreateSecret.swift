import SensitiveMemory

/// A secret is made with its first version, under the plan's own token. Back: its deletion is scheduled, so that what was
/// made can still be restored.
struct CreateSecret: StepWork {
    enum Move: Sendable { case create, delete }

    /// The shortest window that AWS has.
    static let undoneDays = 7

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.secretName
        let state = try await context.secretState(name)
        switch direction {
        case .forward:
            guard let state else {
                let print = await context.values.fingerprint(try await context.values.new().bytes).hex
                return .ready(.create, [.fingerprint: print])
            }
            guard !state.isBeingDeleted, let version = try await ownVersion(state, name, trace) else {
                return .moved("secret \(name) is there by now, made by someone else")
            }
            return .reached([.version: version])
        case .back:
            guard let state, !state.isBeingDeleted else { return .reached([:]) }
            let made = await context.state.trace(StepKey(.createSecret, context.step.reference))
            guard let version = try await ownVersion(state, name, made) else {
                return .moved("secret \(name) is not the plan's")
            }
            guard state.labels.count == 1 else {
                return .person("secret \(name) has other versions by now: it is not deleted")
            }
            return .ready(.delete, [.version: version])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let name = try context.secretName
        switch move {
        case .create:
            guard case .secret(let keyID, let description, let tags)? = context.plan.newStore else {
                throw CallFailure(.refused, OperationFailure(.ownFault, "the plan does not say what secret is made"))
            }
            let value = try await context.values.new()
            do throws(CallFailure) {
                return ActAnswer(
                    try await context.stores.create(
                        name, value: value.bytes, isBinary: value.isBinary, token: context.plan.token, keyID: keyID,
                        description: description, tags: tags))
            } catch {
                // There already: by us with other bytes, or by someone else. The next look tells.
                if error.cause == .refused, error.failure.code == "ResourceExistsException" {
                    await context.values.forgetNew()
                    throw CallFailure(.changed, error.failure)
                }
                throw error
            }
        case .delete:
            // Its value is read first, for the steps behind this one on the way back.
            _ = try await context.values.new()
            return ActAnswer(try await context.stores.delete(name, recoveryDays: Self.undoneDays))
        }
    }
}

extension CreateSecret {
    /// The plan's version: the one under its token. Where a stand-in gives it another id, the only one there is, if it holds
    /// what the intent was about.
    private func ownVersion(
        _ state: SecretState, _ name: String, _ trace: PlanProgress.Trace
    ) async throws(CallFailure) -> String? {
        if state.labels[context.plan.token] != nil { return context.plan.token }
        guard trace.attempts > 0, state.labels.count == 1, let only = state.current else { return nil }
        let value = try await context.tools.secrets.value(of: name, version: only)
        defer { value.bytes.wipe() }
        return await context.values.fingerprint(value.bytes).hex == trace.facts[.fingerprint] ? only : nil
    }
}

extension StepContext {
    /// nil if there is no such secret.
    func secretState(_ name: String) async throws(CallFailure) -> SecretState? {
        do throws(CallFailure) { return try await tools.secrets.state(of: name) } catch {
            if error.cause == .missing { return nil }
            throw error
        }
    }
}
