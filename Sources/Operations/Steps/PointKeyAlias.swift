import Inventory

/// An alias of KMS names the other key; back, the one before.
struct PointKeyAlias: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<String> {
        let (planned, keys) = try context.key
        guard case .key(let alias) = context.step.reference, let successor = planned.successor else {
            return .failed("the plan does not say which key the alias shall name")
        }
        let current = try await keys.state(of: alias).id
        let (near, far) = direction == .forward ? (planned.key, successor) : (successor, planned.key)
        if current == far { return .reached([.version: far]) }
        guard current == near else { return .moved("\(alias) names key \(current) by now: somebody else has moved it") }
        return .ready(far, [.former: near, .version: far])
    }

    func act(_ move: String) async throws(CallFailure) -> ActAnswer {
        guard case .key(let alias) = context.step.reference else { return ActAnswer() }
        let (_, keys) = try context.key
        return ActAnswer(try await keys.point(alias, to: move))
    }
}

extension StepContext {
    /// What the plan does to a key, and the way to it.
    var key: (planned: PlannedKey, keys: any KeyRotating) {
        get throws(CallFailure) {
            guard let planned = plan.key, let keys = tools.keys else {
                throw CallFailure(.refused, OperationFailure(.ownFault, "\(step.key): no key can be changed from here"))
            }
            return (planned, keys)
        }
    }
}
