import AWSClient
import AccountAccess
import Operations
import Testing

@Suite("Permissions, tested beforehand")
struct AccountPermissionsTests {
    private let role = "arn:aws:iam::111122223333:role/ops/responder"
    private let needed = [
        PlanPermission(action: "lambda:GetFunction", resource: "arn:aws:lambda:eu-west-1:111122223333:function:a"),
        PlanPermission(action: "lambda:GetFunction", resource: "arn:aws:lambda:eu-west-1:111122223333:function:b"),
        PlanPermission(action: "ssm:PutParameter", resource: "arn:*:ssm:eu-west-1:111122223333:parameter/p")
    ]

    private func caller(_ arn: String) -> CallerIdentity {
        CallerIdentity(account: "111122223333", arn: arn, userID: "", partition: "aws")
    }

    private static func answer(_ results: [(action: String, resource: String, decision: String)]) -> String {
        "<R><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>"
            + results.map {
                "<member><EvalActionName>\($0.action)</EvalActionName><EvalResourceName>\($0.resource)</EvalResourceName>"
                    + "<EvalDecision>\($0.decision)</EvalDecision></member>"
            }.joined() + "</EvaluationResults></SimulatePrincipalPolicyResult></R>"
    }

    @Test("a session's role is asked, once for all resources that need the same, and denials are kept")
    func simulated() async {
        let calls = ScriptedCalls([
            "iam:GetRole responder": .body(
                "<R><GetRoleResult><Role><Arn>\(role)</Arn></Role></GetRoleResult></R>")
        ])
        calls.announce(
            "iam:SimulatePrincipalPolicy \(role)",
            .body(
                Self.answer([
                    ("lambda:GetFunction", "arn:aws:lambda:eu-west-1:111122223333:function:a", "allowed"),
                    ("lambda:GetFunction", "arn:aws:lambda:eu-west-1:111122223333:function:b", "explicitDeny")
                ])))
        calls.announce(
            "iam:SimulatePrincipalPolicy \(role)",
            .body(
                Self.answer([("ssm:PutParameter", "arn:aws:ssm:eu-west-1:111122223333:parameter/p", "implicitDeny")])))
        let (tested, problem) = await AccountPermissions(
            calls: calls, caller: caller("arn:aws:sts::111122223333:assumed-role/responder/ann")
        ).tested(needed)
        #expect(problem == nil)
        #expect(tested.map(\.decision) == ["allowed", "explicitDeny", "implicitDeny"])
        #expect(tested.map(\.action) == needed.map(\.action) && tested.map(\.resource) == needed.map(\.resource))
        #expect(calls.unused == [])
    }

    @Test("whoever may not simulate is told so, and the plan stays as it is")
    func denied() async {
        let user = "arn:aws:iam::111122223333:user/ann"
        let calls = ScriptedCalls([
            "iam:SimulatePrincipalPolicy \(user)": .failure(.denied("iam:SimulatePrincipalPolicy"))
        ])
        let (tested, problem) = await AccountPermissions(calls: calls, caller: caller(user)).tested(needed)
        #expect(tested == needed)
        #expect(problem?.hasPrefix("permissions were not tested: ") == true)
        #expect(problem?.contains("AccessDeniedException") == true)
    }

    @Test("root has no policies, and nothing is asked")
    func root() async {
        let calls = ScriptedCalls()
        let (tested, problem) = await AccountPermissions(calls: calls, caller: caller("arn:aws:iam::111122223333:root"))
            .tested(needed)
        #expect(tested == needed)
        #expect(problem?.contains("root") == true)
        #expect(calls.made == [])
    }
}
