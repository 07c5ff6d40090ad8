import Inventory

/// A role gets an inline policy of the plan's own that lets it read the new place, and nothing else; back, it goes.
struct GrantAccess: StepWork {
    enum Move: Sendable { case put(String), remove }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let role = try context.roleName
        guard let grant = context.plan.move?.grants.first(where: { $0.role == role }) else {
            return .failed("the plan does not say what \(role) may")
        }
        let actual = try await context.grants.policy(context.plan.grantName, of: role).map {
            PolicyText($0)?.text ?? $0
        }
        switch direction {
        case .forward:
            guard let actual else { return .ready(.put(grant.document), [:]) }
            return actual == PolicyText(grant.document)?.text
                ? .reached([:]) : .moved("role \(role) has another policy \(context.plan.grantName)")
        case .back: return actual == nil ? .reached([:]) : .ready(.remove, [:])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let role = try context.roleName
        let name = context.plan.grantName
        switch move {
        case .put(let document):
            return ActAnswer(try await context.grants.put(name, document: document, on: role))
        case .remove:
            do throws(CallFailure) { return ActAnswer(try await context.grants.remove(name, from: role)) } catch {
                // Gone already: the next look sees it.
                guard error.cause == .missing else { throw error }
                return ActAnswer(reached: [:])
            }
        }
    }
}

extension Plan {
    /// The name of the inline policy that the plan gives to roles.
    var grantName: String { "curtain-\(id)" }
}

extension StepContext {
    var roleName: String {
        get throws(CallFailure) {
            if case .role(let name) = step.reference { return name }
            throw CallFailure(.refused, OperationFailure(.ownFault, "\(step.key): it is about no role"))
        }
    }

    var grants: any AccessGranting {
        get throws(CallFailure) {
            guard let grants = tools.grants else {
                throw CallFailure(.refused, OperationFailure(.ownFault, "\(step.key): nothing here can change a role"))
            }
            return grants
        }
    }
}
