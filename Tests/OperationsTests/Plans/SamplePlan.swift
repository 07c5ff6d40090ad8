import FoundationEssentials
import Inventory
import Operations

/// A plan with something of everything.
enum SamplePlan {
    static let subject = Reference.secret(name: "prod/orders/db", pointer: "/password")

    static func make(
        _ id: String = "p-0123abcd", transition: Transition = .overlap, rollout: Rollout = Rollout(checks: [check])
    ) -> Plan {
        guard let id = PlanID(id) else { preconditionFailure("\(id) is no plan's id") }
        return Plan(
            id: id, work: .rotateSecret, subject: subject, created: Date(timeIntervalSince1970: 1_795_000_000),
            region: "eu-west-1", account: "111122223333", token: String(repeating: "a1", count: 16),
            transition: transition, recipe: .generated(GeneratedValue(length: 32, excluded: "\"@/")),
            hook: "hooks/db", copiesSearched: true,
            source: .secret(arn: "arn:x", current: "v-now", previous: "v-before", pending: nil),
            opening: [
                PlanStep(.stageSecretVersion, subject, call: "put"), PlanStep(.setTarget, subject, call: "set"),
                PlanStep(.testTarget, subject, call: "test"), PlanStep(.promoteSecretVersion, subject, call: "move")
            ],
            lanes: [
                lane("orders-api", changes: [.init(variable: "DB_PASSWORD", pointer: "/password")], kept: "7"),
                lane("orders-job", routes: []),
                lane("orders-mail", changes: [.init(variable: "PW")], kept: nil)
            ],
            closing: [PlanStep(.finishTarget, subject, call: "finish")], rollout: rollout,
            holders: [
                PlanHolder(
                    reference: .variable(function: "orders-api", name: "DB_PASSWORD"), holds: "current", end: "updated")
            ],
            readers: [PlanReader(reference: .function(name: "orders-job"), via: "env", until: "at once")],
            leftOut: [PlanOmission(reference: .function(name: "old"), why: "unreleased code")],
            cannotUndo: ["published versions stay"], warnings: ["slow"],
            permissions: [PlanPermission(action: "lambda:Invoke", resource: "*", decision: "allowed")],
            estimate: PlanEstimate(calls: 31, sharedCalls: 12, seconds: 40, dollars: 0.00015))
    }

    static let check: PlanCheck = .invoke(payload: #"{"ping":1}"#, expected: #"{"connected":true}"#)

    static func lane(
        _ function: String, changes: [FunctionLane.Change] = [],
        routes: [FunctionLane.Route] = [.init(alias: "live", version: "7", revision: "r-a")], kept: String? = nil
    ) -> FunctionLane {
        FunctionLane(
            function: function, revision: "r-\(function)", codeSHA256: "sha", changes: changes, routes: routes,
            keptVersion: kept)
    }
}
