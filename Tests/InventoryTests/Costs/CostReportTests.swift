import FoundationEssentials
import Inventory
import Testing

@Suite("What it costs")
struct CostReportTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func key(_ id: String, manager: String = "CUSTOMER", state: String = "Enabled", age: Double = 0) -> KeyRow {
        KeyRow(
            common: .sample(.key(id: id), name: id, modified: now.addingTimeInterval(-age * 86_400)), aliases: [],
            state: state, manager: manager, spec: nil, origin: nil,
            rotation: KeyRow.Rotation(enabled: age > 0, days: 365), description: nil)
    }

    private func secret(_ name: String, replicas: [String] = [], deleting: Bool = false, rotates: Bool = false)
        -> SecretRow
    {
        SecretRow(
            common: .sample(.secret(name: name), name: name),
            rotation: SecretRow.Rotation(enabled: rotates, days: nil, next: nil, last: nil, functionARN: nil),
            versions: [], accessed: nil, kmsKey: nil, replicas: replicas, owner: nil, deleting: deleting ? now : nil,
            description: nil)
    }

    private func parameter(_ name: String, tier: String = "Standard", policies: [String] = []) -> ParameterRow {
        ParameterRow(
            common: .sample(.parameter(name: name), name: name), type: "SecureString", tier: tier, version: 1,
            kmsKey: nil, policies: policies, modifiedBy: nil, description: nil)
    }

    @Test("secrets with replicas, advanced parameters, customer keys and at most two of their rotations")
    func sum() {
        let report = CostReport(
            functions: [],
            parameters: [parameter("/a"), parameter("/b", tier: "Advanced"), parameter("/c", tier: "Advanced")],
            secrets: [secret("x", replicas: ["r2", "r3"]), secret("y", rotates: true), secret("gone", deleting: true)],
            keys: [
                key("1"), key("2", age: 2_000), key("3", manager: "AWS"), key("4", state: "PendingDeletion", age: 800)
            ], now: now)
        // 2 x 0.05 + (2 + 2) x 0.40 + 2 keys and 2 rotations x 1.00
        #expect(abs(report.month - (0.10 + 1.60 + 4.00)) < 1e-9)
        #expect(report.lines.map(\.quantity) == [1, 2, 2, 2, 2, 2])
        #expect(report.asOf == AWSFact.all.map(\.read).min())
        #expect(report.notCounted.contains { $0.hasPrefix("calls") })
    }

    @Test("what moving would save, without what cannot move")
    func savings() {
        let report = CostReport(
            functions: [],
            parameters: [
                parameter("/b", tier: "Advanced"), parameter("/c", tier: "Advanced", policies: ["Expiration x"])
            ],
            secrets: [secret("x"), secret("y", rotates: true), secret("z", replicas: ["r2"]), secret("shared")],
            keys: [key("1"), key("2")], unusedKeys: [.key(id: "2")], sharedSecrets: [.secret(name: "shared")], now: now)
        #expect(report.savings.map { $0.references.map(\.text) } == [["secret:x"], ["param:/b"], ["key:2"]])
        #expect(report.savings.map(\.month) == [0.40, 0.05, 1.00])
    }

    @Test("calls are stretched to a month, and the free ones are free")
    func calls() throws {
        func event(_ service: String, _ hours: Double) -> AccessEvent {
            AccessEvent(
                id: "\(service)\(hours)", time: now.addingTimeInterval(-hours * 3_600), actor: "arn:aws:iam::1:user/u",
                action: "Read", service: service, references: [], version: nil, requestID: nil, sourceIP: nil,
                agent: nil, invokedBy: nil, errorCode: nil)
        }
        let events =
            (0..<240).map { event("secretsmanager.amazonaws.com", Double($0)) } + [event("kms.amazonaws.com", 1)]
        let ten = AccessInterval(start: now.addingTimeInterval(-10 * 86_400), end: now)
        let count = CallCount(events, in: [.secretsManager: ten, .kms: ten])
        #expect(count.stores[.secretsManager]?.month == 720 && count.stores[.kms]?.month == 3)
        let report = CostReport(
            functions: [], parameters: [], secrets: [], keys: [], calls: count, now: now)
        #expect(report.lines.map(\.store) == [.secretsManager, .kms])
        #expect(report.lines[1].month == 0 && report.lines[0].month > 0)
        #expect(report.lines[0].note == "stretched from 10 days of CloudTrail")
        #expect(report.notCounted.first?.hasPrefix("calls of Parameter Store: ") == true)
    }

    @Test("what CloudWatch has counted is whole, so CloudTrail is asked only for the other stores")
    func usage() {
        let read = AccessEvent(
            id: "e", time: now.addingTimeInterval(-60), actor: "arn:aws:iam::1:user/u", action: "Read",
            service: "kms.amazonaws.com", references: [], version: nil, requestID: nil, sourceIP: nil, agent: nil,
            invokedBy: nil, errorCode: nil)
        let ten = AccessInterval(start: now.addingTimeInterval(-10 * 86_400), end: now)
        let count = CallCount(
            [read], in: [.secretsManager: ten, .kms: ten],
            usage: [.secretsManager: CountedCalls(200_000, days: 30, source: .cloudWatch)])
        let report = CostReport(functions: [], parameters: [], secrets: [], keys: [], calls: count, now: now)
        #expect(report.lines.map(\.quantity) == [200_000, 3])
        #expect(abs(report.lines[0].month - 1.00) < 1e-9)
        #expect(
            report.lines.map(\.note) == [
                "counted by CloudWatch in 30 days", "stretched from 10 days of CloudTrail; decryptions alone"
            ])
        #expect(report.notCounted[0].hasPrefix("calls of Parameter Store: CloudWatch has no count"))
    }

    @Test(
        "operations that are charged, and whose",
        arguments: [
            ("GetSecretValue", SecretStore.secretsManager, true), ("BatchGetSecretValue", .secretsManager, true),
            ("PutSecretValue", .secretsManager, false), ("GetParametersByPath", .parameterStore, true),
            ("PutParameter", .parameterStore, false), ("Decrypt", .kms, true), ("GenerateDataKey", .kms, false)
        ])
    func billed(name: String, store: SecretStore, isRead: Bool) {
        #expect(BilledOperation(name)?.store == store)
        #expect(BilledOperation(name)?.isRead == isRead)
    }

    @Test(
        "what has another price, no price, or a name that other services have too is left out",
        arguments: [
            "Sign", "GenerateDataKeyPair", "TagResource", "GetResourcePolicy", "CryptographicOperationsSymmetric"
        ])
    func unbilled(name: String) {
        #expect(BilledOperation(name) == nil)
    }

    @Test("calls are counted only of spans that are known in whole, not of what other questions have brought")
    func windows() {
        var index = AccessIndex()
        let day = AccessInterval(start: now.addingTimeInterval(-86_400), end: now)
        for name in ["GetSecretValue", "BatchGetSecretValue", "GetParameter"] {
            index.cover(AccessLookup(key: "EventName", value: name).text, day)
        }
        index.cover("EventName=Decrypt", AccessInterval(start: now.addingTimeInterval(-3_600), end: now))
        #expect(index.windows == [.secretsManager: day])
        index.cover("EventName=GetSecretValue", AccessInterval(start: day.start.addingTimeInterval(-86_400), end: now))
        #expect(index.windows == [.secretsManager: day])
    }

    @Test("limits: a region's always, a thing's from nine tenths")
    func limits() {
        let report = CostReport(
            functions: [.sample("full", environmentBytes: 3_900), .sample("half", environmentBytes: 2_000)],
            parameters: [parameter("/a")], secrets: [], keys: [], now: now)
        #expect(report.limits.filter { $0.reference != nil }.map { $0.reference?.text } == ["fn:full"])
        #expect(report.limits.count { $0.reference == nil } == 4)
    }
}
