import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Why a rotation is stuck")
struct RotationDiagnosisTests {
    private static let all =
        #"{"Effect":"Allow","Action":["secretsmanager:DescribeSecret","secretsmanager:GetSecretValue","secretsmanager:PutSecretValue"],"Resource":"*"}"#
    private static let stage =
        #"{"Effect":"Allow","Action":"secretsmanager:UpdateSecretVersionStage","Resource":"*"}"#

    private func plan(_ statements: [String], clears: Bool = false) async throws -> Plan {
        var account = Scenario.rotation.account
        account.secrets["prod/pin"]?.rotator = "arn:aws:lambda:eu-west-1:111122223333:function:rotator"
        account.secrets["prod/pin"]?.versions["v-stuck"] = .init(value: "c4nary-stuck", labels: ["AWSPENDING"])
        let role = "arn:aws:iam::111122223333:role/rotator"
        account.functions["rotator"] = FakeFunction(way: .secret("prod/pin", field: nil), role: role)
        let request = RotationRequest(
            .secret(name: "prod/pin"), transition: .overlap, wishes: RotationWishes(clearsPending: clears))
        let policy = try AccessPolicy(name: "own", json: #"{"Statement":[\#(statements.joined(separator: ","))]}"#)
        return try await Bench(.rotation, account: account, request: request) { facts in
            facts.roles[role] = PolicyCaller(arn: role, account: "111122223333", policies: [policy])
        }.plan
    }

    @Test("a role that lacks the last step's right is named, with both ways out")
    func lacks() async throws {
        let failure = await #expect(throws: OperationFailure.self) { try await plan([Self.all]) }
        #expect(failure?.kind == .tryAgain)
        #expect(failure?.message.contains("rotator may not secretsmanager:UpdateSecretVersionStage") == true)
        #expect(failure?.message.contains("--move-to-version-id v-stuck --remove-from-version-id v-now") == true)
        #expect(failure?.message.contains("--clear-pending") == true)
    }

    @Test("a rotation that would stop there again is not planned")
    func again() async throws {
        let failure = await #expect(throws: OperationFailure.self) { try await plan([Self.all], clears: true) }
        #expect(failure?.kind == .failed)
        #expect(failure?.message.contains("would stop half-way") == true)
    }

    @Test("once the role has the right, the stuck version is kept under a label and the rotation planned")
    func mended() async throws {
        let plan = try await plan([Self.all, Self.stage], clears: true)
        #expect(plan.opening.map(\.action) == [.keepPendingVersion, .startRotation, .awaitRotation])
        #expect(!plan.leftOut.contains { $0.reference == .function(name: "rotator") })
    }
}
