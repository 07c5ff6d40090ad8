import SensitiveMemory

/// PutSecretValue under the plan's own token and only AWSPENDING. Back: the version is kept under a label of the plan and
/// is pending no more; a version's last label is never taken.
struct StageSecretVersion: StepWork {
    enum Move: Sendable { case put(String), keep(String) }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.secretName
        let plan = context.plan
        let state = try await context.tools.secrets.state(of: name)
        let labels = state.labels[plan.token]
        guard case .secret(_, let current, _, _) = plan.source else {
            return .failed("the plan does not know the secret's versions")
        }
        switch direction {
        case .forward:
            if let labels {
                guard labels.contains("AWSPENDING") || labels.contains("AWSCURRENT") else {
                    return .person("the plan's version is there but neither pending nor current")
                }
                return .reached([.version: plan.token])
            }
            if state.current != current { return .moved("AWSCURRENT of \(name) is on another version by now") }
            if let other = state.pending { return .moved("version \(other) of \(name) is pending, of someone else") }
            return .ready(.put(name), [:])
        case .back:
            guard let labels, labels.contains("AWSPENDING") else { return .reached([:]) }
            guard !labels.contains("AWSCURRENT") else {
                return .person("the plan's version of \(name) is current: AWSCURRENT must go back first")
            }
            return .ready(.keep(name), [.version: plan.token])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let secrets = context.tools.secrets
        let token = context.plan.token
        switch move {
        case .put(let name):
            let value = try await context.values.new()
            do throws(CallFailure) {
                return ActAnswer(
                    try await secrets.putPending(value.bytes, isBinary: value.isBinary, token: token, in: name))
            } catch {
                // Refused as there already, with other bytes: the version of our token is read and taken over.
                if error.cause == .refused, error.failure.code == "ResourceExistsException" {
                    await context.values.forgetNew()
                    throw CallFailure(.changed, error.failure)
                }
                throw error
            }
        case .keep(let name):
            let label = context.plan.id.undoneLabel
            if try await secrets.state(of: name).labels[token]?.contains(label) != true {
                _ = try await secrets.moveLabel(label, to: token, from: nil, in: name)
            }
            return ActAnswer(try await secrets.moveLabel("AWSPENDING", to: nil, from: token, in: name))
        }
    }
}
