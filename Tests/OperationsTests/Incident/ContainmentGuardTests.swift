import FoundationEssentials
import Inventory
import StrictJSON
import Testing

@testable import Operations

/// Each row of "Containment that makes it worse" is a test.
@Suite("The guards of a containment")
struct ContainmentGuardTests {
    private static let now = Date(timeIntervalSince1970: 1_795_000_000)
    private static let responder = Responder(
        account: "111122223333", arn: "arn:aws:sts::111122223333:assumed-role/incident-responder/m.ortega",
        region: "eu-west-1", accessKeyIDs: ["ASIAOWNOWNOWNOWNOWNO", "AKIABASEBASEBASEBASE"], roles: ["hop"])

    private func key(_ id: String = "AKIALEAKLEAKLEAKLEAK", user: String = "robot") -> AccessKeyFacts {
        AccessKeyFacts(
            id: id, user: user, isActive: true, created: nil, lastUsed: nil, lastService: nil, lastRegion: nil,
            otherActiveKeys: ["AKIAOTHEROTHEROTHERO"], sessionPolicy: nil)
    }

    private func kind(_ body: () throws -> some Any) -> OperationFailure.Kind? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? OperationFailure)?.kind
        }
    }

    @Test("a key is made inactive before its user's sessions are denied, those issued after the decision too")
    func keyAndSessions() throws {
        let plan = try ContainmentPlan.deactivate(key(), by: Self.responder, now: Self.now)
        #expect(plan.steps.count == 2)
        #expect(plan.steps.first?.change == .accessKey(id: "AKIALEAKLEAKLEAKLEAK", user: "robot", active: false))
        guard case .userPolicy("robot", _, let document?)? = plan.steps.last?.change else {
            Issue.record("no denial of sessions")
            return
        }
        let statement = try JSONDocument(document.text).root["Statement"]?.elements.first { _ in true }
        let time = statement?["Condition"]?["DateLessThan"]?["aws:TokenIssueTime"]?.string
        #expect(statement?["Effect"]?.string == "Deny")
        #expect(time.flatMap(TimelineTime.date).map { $0 > Self.now } == true)
        #expect(plan.also.contains { $0.contains("AKIAOTHEROTHEROTHERO") })
    }

    @Test(
        "one's own key, the key behind one's role, a session's key: refused",
        arguments: [
            ("AKIABASEBASEBASEBASE", OperationFailure.Kind.denied), ("ASIAOWNOWNOWNOWNOWNO", .denied),
            ("ASIAOTHEROTHEROTHERO", .usage)
        ])
    func ownKey(id: String, expected: OperationFailure.Kind) {
        #expect(kind { try ContainmentPlan.deactivate(key(id), by: Self.responder, now: Self.now) } == expected)
    }

    @Test("the user of one's own session: refused")
    func ownUser() {
        let session = Responder(
            account: "1", arn: "arn:aws:iam::1:user/robot", region: "eu-west-1", accessKeyIDs: ["ASIA1"])
        #expect(kind { try ContainmentPlan.deactivate(key(), by: session, now: Self.now) } == .denied)
        #expect(
            kind { try ContainmentPlan.denySessions(principal("robot", isRole: false), by: session, now: Self.now) }
                == .denied)
    }

    private func principal(_ name: String, path: String = "", isRole: Bool = true) -> PrincipalFacts {
        PrincipalFacts(
            name: name, arn: "arn:aws:iam::111122223333:\(isRole ? "role" : "user")/\(path)\(name)", isRole: isRole,
            functions: [.init(name: "pay", description: "pays", hasPublishedVersions: true)], sessionPolicy: nil)
    }

    @Test(
        "service-linked roles, those of Identity Center, one's own role and every role on the way to it: refused",
        arguments: [
            ("AWSServiceRoleForLambda", ""), ("AWSReservedSSO_Admin_0123456789abcdef", ""), ("incident-responder", ""),
            ("hop", ""), ("innocent", "aws-service-role/x.amazonaws.com/"),
            ("innocent", "aws-reserved/sso.amazonaws.com/")
        ])
    func protectedRoles(name: String, path: String) {
        #expect(
            kind { try ContainmentPlan.denySessions(principal(name, path: path), by: Self.responder, now: Self.now) }
                == .denied)
    }

    @Test(
        "of those, the ones that the name tells are refused before anything is asked",
        arguments: [
            "AWSServiceRoleForLambda", "AWSReservedSSO_Admin_0123456789abcdef"
        ])
    func refusedByName(name: String) {
        #expect(kind { try ContainmentPlanner.check(.denySessions, .role(name: name)) } == .denied)
    }

    @Test("a role's warm sandboxes are ended after the denial, and what that does not reach is said")
    func sandboxes() throws {
        let plan = try ContainmentPlan.denySessions(principal("pay-role"), by: Self.responder, now: Self.now)
        guard case .rolePolicy = plan.steps.first?.change, case .description("pay", let text) = plan.steps.last?.change
        else {
            Issue.record("not in that order: \(plan.steps)")
            return
        }
        #expect(text.hasPrefix("pays") && text != "pays")
        #expect(plan.steps.last?.before == .description(function: "pay", text: "pays"))
        #expect(plan.also.contains { $0.contains("published versions") })
    }

    private func function(reserved: Int?, unreserved: Int?) -> FunctionFacts {
        FunctionFacts(
            name: "pay", reserved: reserved, unreserved: unreserved,
            sources: [
                .init(uuid: "on", arn: "arn:aws:sqs:eu-west-1:1:q", isEnabled: true),
                .init(uuid: "off", arn: nil, isEnabled: false)
            ],
            provisioned: [.init(qualifier: "live", count: 2)],
            addresses: [.init(qualifier: "live", url: "https://x", authType: "NONE")], aliases: ["live"])
    }

    @Test(
        "event sources are paused before the concurrency is 0, those that are off stay untouched, provisioned goes first"
    )
    func order() {
        let plan = ContainmentPlan.stopInvocations(function(reserved: 5, unreserved: 900))
        #expect(
            plan.steps.map(\.change) == [
                .eventSource(uuid: "on", function: "pay", enabled: false),
                .provisioned(function: "pay", qualifier: "live", count: nil), .concurrency(function: "pay", reserved: 0)
            ])
        #expect(plan.also.contains { $0.contains("six hours") } && plan.also.contains { $0.contains("dead-letter") })
    }

    @Test("the old number is kept, and its absence too")
    func oldConcurrency() {
        let kept = ContainmentPlan.stopInvocations(function(reserved: 5, unreserved: 900)).steps.last?.before
        #expect(kept == .concurrency(function: "pay", reserved: 5))
        let absent = ContainmentPlan.stopInvocations(function(reserved: nil, unreserved: 900)).steps.last?.before
        #expect(absent == .concurrency(function: "pay", reserved: nil))
    }

    @Test("whether the undo can work is said: 100 must stay unreserved")
    func undoFeasibility() {
        #expect(ContainmentPlan.stopInvocations(function(reserved: 50, unreserved: 90)).undo.contains("would fail"))
        #expect(!ContainmentPlan.stopInvocations(function(reserved: 50, unreserved: 900)).undo.contains("would fail"))
        #expect(ContainmentPlan.stopInvocations(function(reserved: 50, unreserved: nil)).undo.contains("not known"))
    }

    @Test("an address is never deleted: it asks for a signature")
    func url() throws {
        let plan = try ContainmentPlan.lockURL(function(reserved: nil, unreserved: nil))
        #expect(plan.steps.map(\.change) == [.functionURL(function: "pay", qualifier: "live", authType: "AWS_IAM")])
        #expect(plan.commands.allSatisfy { !$0.contains("delete") })
    }

    private func secret(_ policy: String?, role: String?, rotated: Bool = true) -> SecretFacts {
        SecretFacts(
            name: "prod/db", arn: "arn:x", policy: policy.flatMap { PolicyText($0) }, rotationRole: role,
            isRotated: rotated, replicas: [])
    }

    @Test("a secret's policy is merged: what was there stays, rotation and the responder still read")
    func merge() throws {
        let old =
            #"{"Version":"2012-10-17","Statement":[{"Sid":"Mine","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::1:root"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}"#
        let plan = try ContainmentPlan.restrictSecret(
            secret(old, role: "arn:aws:iam::111122223333:role/rotation"), by: Self.responder,
            exempt: ["arn:aws:iam::1:role/app"])
        guard case .secretPolicy(_, let document?)? = plan.steps.first?.change else {
            Issue.record("no policy")
            return
        }
        #expect(document.statements.count == 2)
        #expect(document.statements.first == PolicyText(old)?.statements.first)
        let readers = try JSONDocument(document.statements[1]).root["Condition"]?["ArnNotLike"]?["aws:PrincipalArn"]?
            .elements.compactMap(\.string)
        #expect(
            readers == [
                "arn:aws:iam::111122223333:role/incident-responder",
                "arn:aws:iam::111122223333:role/*/incident-responder",
                "arn:aws:iam::111122223333:role/rotation", "arn:aws:iam::1:role/app"
            ])
        #expect(plan.steps.first?.before == .secretPolicy(secret: "prod/db", document: PolicyText(old)))
        #expect(plan.also.contains { $0.contains("difference") })
        // Restricted once more it is the same statement, not a second one.
        let again = try ContainmentPlan.restrictSecret(
            secret(document.text, role: "arn:aws:iam::111122223333:role/rotation"), by: Self.responder,
            exempt: ["arn:aws:iam::1:role/app"])
        #expect(again.steps.isEmpty)
    }

    @Test("a rotation that would be locked out because its role is not known: refused")
    func unknownRotation() {
        #expect(kind { try ContainmentPlan.restrictSecret(secret(nil, role: nil), by: Self.responder) } == .denied)
        #expect(
            kind { try ContainmentPlan.restrictSecret(secret(nil, role: nil, rotated: false), by: Self.responder) }
                == nil)
    }

    @Test(
        "a key is disabled after the rotation: refused while something is encrypted with it, grants and last use shown")
    func disableKey() throws {
        let used = KeyFacts(
            id: "k", isEnabled: true, manager: "CUSTOMER", state: "Enabled", dependents: ["secret:a"],
            grants: ["x: Decrypt"],
            lastUse: nil)
        #expect(kind { try ContainmentPlan.disableKey(used, evenInUse: false) } == .denied)
        let plan = try ContainmentPlan.disableKey(used, evenInUse: true)
        #expect(plan.also.contains { $0.contains("secret:a") } && plan.also.contains { $0.contains("x: Decrypt") })
        #expect(plan.also.contains { $0.contains("last use") })
        let managed = KeyFacts(
            id: "k", isEnabled: true, manager: "AWS", state: "Enabled", dependents: [], grants: [], lastUse: nil)
        #expect(kind { try ContainmentPlan.disableKey(managed, evenInUse: true) } == .denied)
    }

    @Test("an alias goes back to the version before, weights are ended explicitly and kept for the undo")
    func alias() throws {
        let facts = AliasFacts(
            function: "pay", name: "live", version: "7", weights: [.init(version: "8", weight: 0.1)],
            versions: [3, 6, 7, 8].map { .init(number: $0, published: nil, description: nil) })
        let plan = try ContainmentPlan.aliasBack(facts)
        #expect(plan.steps.first?.change == .alias(function: "pay", name: "live", version: "6", weights: []))
        #expect(plan.steps.first?.before == .alias(function: "pay", name: "live", version: "7", weights: facts.weights))
        #expect(plan.commands.first?.contains("AdditionalVersionWeights={}") == true)
        #expect(kind { try ContainmentPlan.aliasBack(facts, to: "5") } == .notFound)
    }

    @Test("an action with the wrong kind of thing is usage", arguments: ContainmentAction.allCases)
    func wrongKind(action: ContainmentAction) {
        #expect(kind { try ContainmentPlanner.check(action, .stack(name: "x")) } == .usage)
    }

    @Test("the equivalent command survives a shell whatever a name contains")
    func quoting() {
        let command = AccountChange.concurrency(function: "it's $(rm)", reserved: 0).command
        #expect(
            command
                == #"aws lambda put-function-concurrency --function-name 'it'\''s $(rm)' --reserved-concurrent-executions 0"#
        )
    }
}
