/// AWSCURRENT goes to the plan's version, and back.
struct PromoteSecretVersion: StepWork {
    enum Move: Sendable {
        /// AWSCURRENT, from one version to another.
        case current(String, from: String, to: String)
        /// The pending label leaves a version that is current.
        case clearPending(String)
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.secretName
        let token = context.plan.token
        guard case .secret(_, let former, let previous, _) = context.plan.source else {
            return .failed("the plan does not know the secret's versions")
        }
        let state = try await context.tools.secrets.state(of: name)
        let third =
            "AWSCURRENT of \(name) is on version \(state.current ?? "none"), which is neither the one before nor "
            + "the plan's: somebody else has rotated it"
        switch direction {
        case .forward:
            if state.current == token {
                guard state.labels[token]?.contains("AWSPENDING") == true else {
                    return .reached(Self.facts(token, former, previous))
                }
                return .ready(.clearPending(name), [:])
            }
            guard state.current == former else { return trace.attempts > 0 ? .person(third) : .moved(third) }
            guard state.labels[token]?.contains("AWSPENDING") == true else {
                return .person("the plan's version of \(name) is not pending any more")
            }
            return .ready(.current(name, from: former, to: token), Self.facts(token, former, previous))
        case .back:
            if state.current == former { return .reached([.version: former]) }
            guard state.current == token else { return .person(third) }
            return .ready(.current(name, from: token, to: former), [.version: former])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let secrets = context.tools.secrets
        switch move {
        case .current(let name, let from, let to):
            do throws(CallFailure) {
                return ActAnswer(try await secrets.moveLabel("AWSCURRENT", to: to, from: from, in: name))
            } catch {
                // An answer was lost before and it has happened: the next look says so.
                if error.cause == .refused, error.failure.code == "InvalidParameterException" {
                    throw CallFailure(.changed, error.failure)
                }
                throw error
            }
        case .clearPending(let name):
            return ActAnswer(
                try await secrets.moveLabel("AWSPENDING", to: nil, from: context.plan.token, in: name))
        }
    }

    private static func facts(_ token: String, _ former: String, _ previous: String?) -> Facts {
        var facts: Facts = [.version: token, .former: former]
        facts[.previous] = previous
        return facts
    }
}
