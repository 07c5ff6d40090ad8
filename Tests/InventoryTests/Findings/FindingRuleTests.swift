import FoundationEssentials
import Inventory
import Testing

@Suite("What check finds")
struct FindingRuleTests {
    private static let token = "ghp_R4nD0mZq8vT1yLk3Jh7Wb5Nc2Mx9Pf6Gs0Qa"

    private static func found(
        _ account: SampleAccount, principals: AccountPrincipals = AccountPrincipals(),
        policy: CheckPolicy = CheckPolicy()
    ) -> [Finding] {
        FindingSearch(account.facts, graph: account.graph, principals: principals, policy: policy).findings()
    }

    private static func rules(_ findings: [Finding]) -> [FindingRule: [String]] {
        Dictionary(grouping: findings, by: \.rule).mapValues { $0.map { $0.reference?.text ?? "" } }
    }

    @Test("an account in which nothing is wrong has no finding")
    func quiet() throws {
        var account = try SampleAccount()
        account.secret("prod/db")
        account.parameter("/prod/db/password")
        account.parameter("/prod/log-level", type: "String")
        try account.function(
            "pay", ["DB_SECRET": SampleAccount.arn(secret: "prod/db"), "LOG_LEVEL": "INFO"],
            allows: SampleAccount.allow("secretsmanager:GetSecretValue", SampleAccount.arn(secret: "prod/db")))
        #expect(Self.found(account).isEmpty)
    }

    @Test("plain secrets, the same in several functions, and old ones in versions")
    func values() throws {
        var account = try SampleAccount()
        account.parameter("/prod/stripe/api-key", type: "String")
        try account.function("a", ["GITHUB": Self.token], versions: ["1": ["OLD_PASSWORD": "hunter2hunter2"]])
        try account.function("b", ["HUB_TOKEN": Self.token, "TABLE": "orders"])
        let rules = Self.rules(Self.found(account))
        #expect(rules[.plainSecret] == ["env:a/GITHUB", "env:b/HUB_TOKEN"])
        #expect(rules[.sharedSecret] == ["env:a/GITHUB"])
        #expect(rules[.oldLiteral] == ["env:a@1/OLD_PASSWORD"])
        #expect(rules[.plainParameter] == ["param:/prod/stripe/api-key"])
        #expect(rules.count == 4)
    }

    @Test("an old literal behind an alias is worse than one that nobody calls")
    func routed() throws {
        var account = try SampleAccount()
        try account.function("a", versions: ["1": ["PASSWORD": "hunter2hunter2"]], live: "1")
        try account.function("b", versions: ["1": ["PASSWORD": "hunter3hunter3"]])
        let findings = Self.found(account).filter { $0.rule == .oldLiteral }
        #expect(findings.map(\.severity) == [.high, .medium])
        #expect(findings.first?.evidence.contains("an alias sends traffic to 1") == true)
    }

    @Test("the literal that $LATEST still has is not told twice")
    func sameInVersion() throws {
        var account = try SampleAccount()
        try account.function("a", ["X": Self.token], versions: ["1": ["X": Self.token]])
        #expect(Self.rules(Self.found(account)).keys.sorted { $0.rawValue < $1.rawValue } == [.plainSecret])
    }

    @Test("a disabled key is a finding only where something needs it")
    func disabledKey() throws {
        var account = try SampleAccount()
        try account.key("11-22")
        try account.key("33-44")
        account.facts.keys = account.facts.keys.map { $0.with(state: "Disabled") }
        try account.function("pay", key: SampleAccount.arn(key: "11-22"))
        let found = Self.found(account)
        #expect(Self.rules(found)[.disabledKeyInUse] == ["key:11-22"])
        #expect(found.first?.severity == .critical)
        #expect(found.first?.fix.contains("enable-key --key-id 11-22") == true)
    }

    @Test("a secret that is being deleted, with and without a reader")
    func deleted() throws {
        var account = try SampleAccount()
        account.secret("used")
        account.secret("unused")
        account.facts.secrets = account.facts.secrets.map { $0.with(deleting: account.facts.taken) }
        try account.function(
            "pay", ["DB_SECRET_ARN": SampleAccount.arn(secret: "used")],
            allows: SampleAccount.allow("secretsmanager:GetSecretValue", SampleAccount.arn(secret: "used")))
        #expect(Self.rules(Self.found(account)) == [.deletedInUse: ["secret:used"]])
    }

    @Test("age: overdue, pending, unrotated, unused")
    func age() throws {
        var account = try SampleAccount()
        let now = account.facts.taken
        account.secret("overdue")
        account.secret("old")
        account.secret("fresh")
        let old = now.addingTimeInterval(-400 * 86_400)
        account.facts.secrets = [
            account.facts.secrets[0].with(
                rotation: .init(
                    enabled: true, days: 30, next: now.addingTimeInterval(-5 * 86_400), last: now, functionARN: nil),
                versions: [.init(id: "v1", stages: ["AWSCURRENT"]), .init(id: "v2", stages: ["AWSPENDING"])]),
            account.facts.secrets[1].with(modified: old),
            account.facts.secrets[2].with(
                versions: [.init(id: "v1", stages: ["AWSCURRENT", "AWSPENDING"])], modified: now)
        ]
        let rules = Self.rules(Self.found(account))
        #expect(rules[.rotationOverdue] == ["secret:overdue"])
        #expect(rules[.pendingVersion] == ["secret:overdue"])
        #expect(rules[.noRotation] == ["secret:old"])
        #expect(rules[.unusedSecret] == ["secret:old"])
    }

    @Test(
        "an expiration is told in its last month, and past",
        arguments: [(-1.0, Severity.high), (2, .high), (20, .medium), (40, nil)])
    func expiring(days: Double, severity: Severity?) throws {
        var account = try SampleAccount()
        let time = account.facts.taken.addingTimeInterval(days * 86_400)
        account.parameter("/x")
        let row = account.facts.parameters[0]
        account.facts.parameters = [
            ParameterRow(
                common: row.common, type: row.type, tier: "Advanced", version: 1, kmsKey: nil,
                policies: ["ExpirationNotification 2 Days before", "Expiration \(time.formatted(.iso8601))"],
                modifiedBy: nil, description: nil)
        ]
        #expect(Self.found(account).map(\.severity) == [severity].compactMap(\.self))
    }

    @Test("limits: the environment, the versions")
    func limits() throws {
        var account = try SampleAccount()
        account.parameter("/x", version: 98)
        account.parameter("/y", version: 240)
        account.parameter("/z", version: 12)
        #expect(Self.rules(Self.found(account)) == [.versionsFull: ["param:/x", "param:/y"]])
    }

    @Test("a value that is nearly full is told without its length, with the room that is to be had")
    func fullValues() throws {
        var account = try SampleAccount()
        account.parameter("/standard")
        account.parameter("/advanced")
        account.secret("long")
        account.facts.nearlyFull = [
            .parameter(name: "/standard"): .standardParameterBytes,
            .parameter(name: "/advanced"): .advancedParameterBytes, .secret(name: "long"): .secretBytes
        ]
        let found = Self.found(account)
        #expect(Self.rules(found) == [.valueFull: ["param:/advanced", "param:/standard", "secret:long"]])
        #expect(
            found.map(\.evidence) == [
                "it takes 90 % or more of the 8 KB of an advanced parameter",
                "it takes 90 % or more of the 4 KB of a standard parameter",
                "it takes 90 % or more of the 64 KB of a secret"
            ])
        #expect(found.map { $0.fix.contains("--tier Advanced") } == [false, true, false])
        #expect(found.map { $0.fix.contains("--to secret") } == [true, true, false])
        #expect(found.allSatisfy { $0.fix.contains("curtain plan envelope") && $0.severity == .medium })
    }

    @Test("a region that is nearly full is one finding, about no single thing")
    func region() throws {
        var account = try SampleAccount()
        let count = AWSFact.standardParameters.count
        for number in 0..<count { account.parameter("/p/\(number)", type: "String") }
        let found = Self.found(account).filter { $0.rule == .regionFull }
        #expect(found.count == 1 && found.first?.reference == nil)
        #expect(found.first?.evidence.contains("\(count) of \(count)") == true)
        account.facts.parameters.removeLast(count / 2)
        #expect(Self.rules(Self.found(account))[.regionFull] == nil)
    }

    @Test("a replica that is not in step is told with its region; one that is in step is not")
    func replicas() throws {
        var account = try SampleAccount()
        account.secret("prod/a")
        account.secret("prod/b")
        account.facts.secrets[0].replicasBehind = ["us-east-1: Failed, no such key"]
        let found = Self.found(account).filter { $0.rule == .replicaBehind }
        #expect(found.map(\.reference?.text) == ["secret:prod/a"])
        #expect(found.first?.evidence.contains("us-east-1") == true)
    }

    @Test("an environment that AWS itself cannot read is told with AWS's words")
    func unreadable() throws {
        var account = try SampleAccount()
        try account.function("pay", ["A": "B"])
        try account.function("ok", ["A": "B"])
        account.facts.functions = account.facts.functions.map { row in
            row.common.name != "pay"
                ? row
                : FunctionRow(
                    common: row.common, runtime: nil, state: nil, lastUpdateStatus: nil, version: row.version,
                    revisionID: nil, role: row.role, kmsKey: nil, variables: [],
                    variablesError: "KMSAccessDeniedException", environmentBytes: 0, aliases: nil, description: nil,
                    layers: [])
        }
        let found = Self.found(account).filter { $0.rule == .unreadableEnvironment }
        #expect(found.map(\.reference?.text) == ["fn:pay"])
        #expect(found.first?.evidence.contains("KMSAccessDeniedException") == true)
    }

    @Test("who may read everything: by meaning, not by the policy's name")
    func readers() throws {
        var account = try SampleAccount()
        try account.function("admin", allows: SampleAccount.allow("*", "*"))
        try account.function(
            "wide", ["X": Self.token],
            allows: SampleAccount.allow("secretsmanager:Get*", "arn:aws:secretsmanager:*:*:secret:*"))
        try account.function(
            "narrow", allows: SampleAccount.allow("secretsmanager:GetSecretValue", SampleAccount.arn(secret: "prod/*")))
        let auditor = PolicyCaller(
            arn: SampleAccount.arn(role: "auditor"), account: SampleAccount.number,
            policies: [
                try SampleAccount.policy(
                    "ReadOnly",
                    SampleAccount.allow("lambda:List*", "*") + "," + SampleAccount.allow("lambda:Get*", "*") + ","
                        + SampleAccount.deny("lambda:GetFunction", "*"))
            ])
        let found = Self.found(
            account,
            principals: AccountPrincipals(principals: [.init(caller: auditor, trustedAccounts: ["999999999999"])]))
        let rules = Self.rules(found)
        #expect(rules[.administrator] == ["role:admin-role"])
        #expect(rules[.wildcardReader] == ["role:wide-role"])
        #expect(rules[.variableReader] == ["role:auditor"])
        #expect(rules[.thirdPartyReader] == ["role:auditor"])
        let calls = try #require(found.first { $0.rule == .variableReader }?.evidence)
        #expect(calls.contains("lambda:GetFunctionConfiguration") && !calls.contains("lambda:GetFunction,"))
    }

    @Test("a customer key where one is required")
    func defaultKey() throws {
        var account = try SampleAccount()
        account.secret("prod/a")
        account.secret("dev/a")
        account.parameter("/prod/b", key: "alias/aws/ssm")
        account.secret("prod/c", key: SampleAccount.arn(key: "11-22"))
        let found = Self.found(account, policy: CheckPolicy(customerKeyPrefixes: ["prod/", "/prod/"]))
        #expect(Self.rules(found) == [.defaultKey: ["param:/prod/b", "secret:prod/a"]])
    }

    @Test("an id is the same on every run, and another for another thing, account or region")
    func ids() throws {
        var account = try SampleAccount()
        try account.function("a", ["X": Self.token])
        let one = try #require(Self.found(account).first).id
        #expect(Self.found(account).first?.id == one)
        #expect(one.hasPrefix("plain-secret-") && one.count == "plain-secret-".count + 10)
        account.facts.region = "us-east-1"
        #expect(Self.found(account).first?.id != one)
    }

    @Test("every rule has words, and no two the same")
    func words() {
        #expect(Set(FindingRule.allCases.map(\.title)).count == FindingRule.allCases.count)
        #expect(FindingRule.allCases.allSatisfy { !$0.why.isEmpty && !$0.fix.isEmpty })
    }

    @Test("no finding says a value")
    func canary() throws {
        var account = try SampleAccount()
        try account.function("a", ["DB_PASSWORD": "canary-canary-1", "URL": "postgres://u:canary-canary-2@h/d"])
        let found = Self.found(account)
        #expect(found.count == 2)
        var text = ""
        dump(found, to: &text)
        #expect(!text.contains("canary"))
    }
}

extension KeyRow {
    fileprivate func with(state: String) -> KeyRow {
        KeyRow(
            common: common, aliases: aliases, state: state, manager: manager, spec: spec, origin: origin,
            rotation: rotation, description: description)
    }
}

extension SecretRow {
    fileprivate func with(
        rotation: Rotation? = nil, versions: [Version]? = nil, modified: Date? = nil, deleting: Date? = nil
    ) -> SecretRow {
        let common = ResourceCommon(
            reference: common.reference, name: common.name, arn: common.arn, account: common.account,
            region: common.region, modified: modified ?? common.modified, tags: common.tags)
        return SecretRow(
            common: common, rotation: rotation ?? self.rotation, versions: versions ?? self.versions,
            accessed: accessed, kmsKey: kmsKey, replicas: replicas, owner: owner, deleting: deleting ?? self.deleting,
            description: description)
    }
}
