import Inventory

/// The alias serves a version without the removed variables: one that somebody has released, or one that is published
/// now. Back, it serves the version that it served before.
struct ReleaseRemoval: StepWork {
    enum Move: Sendable {
        case publish(function: String, code: String?, revision: String)
        case point(function: String, alias: String, version: String, revision: String?)
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let removal = try context.removal
        guard case .alias(let function, let name) = context.step.reference else {
            return .failed("the step is about no alias")
        }
        let functions = context.tools.functions
        let alias = try await functions.alias(name, of: function)
        guard alias.weights.isEmpty else { return .moved("\(context.step.reference) has weights of someone else") }
        switch direction {
        case .forward:
            let served = try await functions.state(of: function, qualifier: alias.version)
            let names = Set(removal.variables.map(\.name))
            if names.isDisjoint(with: served.variables.keys) {
                return .reached([.version: alias.version, .former: trace.facts[.former] ?? alias.version])
            }
            let latest = try await functions.state(of: function, qualifier: nil)
            if latest.updateStatus == "InProgress" { return .waiting("\(function) is being updated") }
            let differences = latest.differences(from: served, but: names)
            guard differences.isEmpty else {
                return .person(
                    "$LATEST of \(function) has more to release than the removal (\(differences.joined(separator: ", "))): "
                        + "release it yourself, then curtain resume")
            }
            let former: Facts = [.former: trace.facts[.former] ?? alias.version]
            let versions = try await functions.versions(of: function)
            let own = versions.last {
                $0.codeSHA256 == latest.codeSHA256 && $0.variables == latest.variables
                    && $0.differences(from: latest, but: []).isEmpty
            }
            guard let own else {
                return .ready(.publish(function: function, code: latest.codeSHA256, revision: latest.revision), former)
            }
            if try await functions.state(of: function, qualifier: own.version).state == "Pending" {
                return .waiting("version \(own.version) of \(function) is made ready")
            }
            return .ready(
                .point(function: function, alias: name, version: own.version, revision: alias.revision), former)
        case .back:
            let made = await context.state.trace(context.step.key)
            guard let former = made.facts[.former], alias.version != former else { return .reached([:]) }
            return .ready(
                .point(function: function, alias: name, version: former, revision: alias.revision), [:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let functions = context.tools.functions
        switch move {
        case .publish(let function, let code, let revision):
            return ActAnswer(
                try await functions.publish(
                    function, codeSHA256: code, revision: revision, description: "curtain \(context.plan.id) moved"
                ).receipt)
        case .point(let function, let alias, let version, let revision):
            return ActAnswer(
                try await functions.point(alias, of: function, to: version, weights: [:], revision: revision).receipt)
        }
    }
}
