import FoundationEssentials
import Inventory
import SensitiveMemory
import Testing

@Suite("Functions on an older value than their source")
struct DriftTests {
    private static let stripe = Reference.secret(name: "prod/stripe")
    private static let arn = SampleAccount.arn(secret: "prod/stripe")

    private static func day(_ number: Double) -> Date { Date(timeIntervalSince1970: 1_795_000_000 - number * 86_400) }

    /// A secret that changed 17 days ago, before that 160 days ago.
    private static func account() throws -> SampleAccount {
        var account = try SampleAccount()
        account.secret("prod/stripe")
        account.facts.versionTimes[stripe] = [
            VersionTime(version: "v-2", made: day(17), isCurrent: true, labels: ["AWSCURRENT"]),
            VersionTime(version: "v-1", made: day(160), isCurrent: false, labels: ["AWSPREVIOUS"])
        ]
        return account
    }

    private static func stack(deployed: Double, pin: String? = nil) -> StackFacts {
        StackFacts(
            name: "s", deployed: day(deployed),
            uses: [
                .init(
                    function: "pay", variable: "KEY", source: stripe, rule: .templateResolve, pin: pin,
                    detail: "a dynamic reference")
            ], members: [], plainValues: [])
    }

    @Test("resolved before the secret changed: which version it holds is told by the time")
    func resolved() throws {
        var account = try Self.account()
        try account.function("pay", ["KEY": "sk_live_4f8a9b2c7d1e6f3a"], modified: Self.day(60))
        account.facts.stacks = [Self.stack(deployed: 60)]
        let row = try #require(Drift(account.graph).rows.first)
        #expect(row.reference == .variable(function: "pay", name: "KEY"))
        #expect(row.rule == .resolvedBefore && row.holds == .version("v-1") && row.since == Self.day(17))
        #expect(row.fix.hasPrefix("curtain plan redeploy fn:pay"))
        account.facts.stacks = [Self.stack(deployed: 3)]
        account.facts.functions = []
        try account.function("pay", ["KEY": "sk_live_4f8a9b2c7d1e6f3a"], modified: Self.day(3))
        #expect(Drift(account.graph).rows.isEmpty)
    }

    @Test("deployed since, but an alias still sends traffic to a version from before")
    func frozen() throws {
        var account = try Self.account()
        try account.function(
            "pay", ["KEY": "sk_live_4f8a9b2c7d1e6f3a"], versions: ["1": ["KEY": "sk_live_older8a9b2c7d1e6f3a"]],
            live: "1",
            modified: Self.day(3), versionsModified: Self.day(60))
        account.facts.stacks = [Self.stack(deployed: 3)]
        let row = try #require(Drift(account.graph).rows.first)
        #expect(row.rule == .frozenVersion && row.holds == .version("v-1"))
        #expect(row.reference == .variable(function: "pay", qualifier: "1", name: "KEY"))
    }

    @Test("a template that names a version, current or not")
    func pinnedTemplate() throws {
        var account = try Self.account()
        try account.function("pay", ["KEY": "sk_live_4f8a9b2c7d1e6f3a"], modified: Self.day(3))
        account.facts.stacks = [Self.stack(deployed: 3, pin: "AWSPREVIOUS")]
        #expect(Drift(account.graph).rows.map(\.rule) == [.pinned])
        #expect(Drift(account.graph).rows.first?.holds == .version("v-1"))
        account.facts.stacks = [Self.stack(deployed: 3, pin: "v-2")]
        #expect(Drift(account.graph).rows.isEmpty)
    }

    @Test("copies, by the fingerprints of stored values")
    func copies() throws {
        var account = try Self.account()
        let values = ["oldest-value-aA1x", "before-value-bB2x", "current-value-cC3"]
        try account.function("fresh", ["KEY_TOKEN": values[2]])
        try account.function(
            "stale", ["KEY_TOKEN": values[1]], versions: ["1": ["KEY_TOKEN": values[0]]], live: "1")
        try account.function("oldest", ["OTHER_TOKEN": values[0]])
        account.facts.stored = [("v-2", values[2], true), ("v-1", values[1], false)].map {
            StoredFingerprint(
                source: Self.stripe, version: $0, isCurrent: $2, field: nil,
                fingerprint: account.key.fingerprint(ofName: $1))
        }
        let rows = Drift(account.graph).rows
        let words = rows.map { "\($0.reference) \($0.holds.word) \($0.rule)" }
        #expect(
            words == [
                "env:stale/KEY_TOKEN v-1 copied", "env:oldest/OTHER_TOKEN older olderCopy",
                "env:stale@1/KEY_TOKEN older olderCopy"
            ])
        #expect(rows[0].fix.hasPrefix("curtain plan set env:stale/KEY_TOKEN"))
    }

    @Test("fingerprints decide where times cannot: the source changed to the same value")
    func sameValue() throws {
        var account = try Self.account()
        try account.function("pay", ["KEY_TOKEN": "one-value-aA1x2y3z"], modified: Self.day(60))
        account.facts.stacks = [
            StackFacts(
                name: "s", deployed: Self.day(60),
                uses: [
                    .init(
                        function: "pay", variable: "KEY_TOKEN", source: Self.stripe, rule: .templateResolve, pin: nil,
                        detail: "a dynamic reference")
                ], members: [], plainValues: [])
        ]
        #expect(Drift(account.graph).rows.count == 1)
        account.facts.stored = [
            StoredFingerprint(
                source: Self.stripe, version: "v-2", isCurrent: true, field: nil,
                fingerprint: account.key.fingerprint(ofName: "one-value-aA1x2y3z"))
        ]
        #expect(Drift(account.graph).rows.isEmpty)
    }

    @Test(
        "a parameter named with its version, and a secret with its stage",
        arguments: [
            ("/prod/price:3", true), ("/prod/price:7", false),
            ("arn:aws:ssm:eu-west-1:111122223333:parameter/prod/price:2", true)
        ])
    func pinnedParameter(value: String, drifts: Bool) throws {
        var account = try SampleAccount()
        account.parameter("/prod/price", version: 7, modified: Self.day(30))
        try account.function("pay", ["PRICE_PARAM": value])
        let rows = Drift(account.graph).rows
        #expect(rows.map(\.rule) == (drifts ? [.pinned] : []))
        if drifts { #expect(rows.first?.holds == .version(String(value.last ?? "?"))) }
    }

    @Test("caches are told with their latest end, and no longer")
    func caches() throws {
        let layer = "arn:aws:lambda:eu-west-1:015030872274:layer:AWS-Parameters-and-Secrets-Lambda-Extension:4"
        func rows(_ seconds: Double, _ layers: [String], _ ttl: String = "300") throws -> [DriftRow] {
            var account = try SampleAccount()
            account.secret("prod/stripe")
            let changed = account.facts.taken.addingTimeInterval(-seconds)
            account.facts.versionTimes[Self.stripe] = [
                VersionTime(version: "v-2", made: changed, isCurrent: true, labels: ["AWSCURRENT"])
            ]
            try account.function(
                "pay", ["KEY_ARN": Self.arn, "SECRETS_MANAGER_TTL": ttl], layers: layers, modified: Self.day(30))
            return Drift(account.graph).rows
        }
        let warm = try rows(100, [layer])
        #expect(warm.map(\.rule) == [.warmExtension])
        #expect(warm.first?.until == Self.day(0).addingTimeInterval(200))
        #expect(try rows(301, [layer]).map(\.rule) == [.warmCache])
        #expect(try rows(100, [layer], "60").map(\.rule) == [.warmCache])
        #expect(try rows(100, []).map(\.rule) == [.warmCache])
        #expect(try rows(3601, []).isEmpty)
    }

    @Test("what was updated and published behind the change has no sandbox from before it")
    func newSandboxes() throws {
        func rules(latest: Double, version: Double?) throws -> [DriftRule] {
            var account = try SampleAccount()
            account.secret("prod/stripe")
            account.facts.versionTimes[Self.stripe] = [
                VersionTime(
                    version: "v-2", made: account.facts.taken.addingTimeInterval(-600), isCurrent: true,
                    labels: ["AWSCURRENT"])
            ]
            let ago = { (seconds: Double) in Self.day(0).addingTimeInterval(-seconds) }
            try account.function(
                "pay", ["KEY_ARN": Self.arn], versions: version == nil ? [:] : ["1": ["KEY_ARN": Self.arn]],
                live: version == nil ? nil : "1", modified: ago(latest), versionsModified: version.map(ago))
            return Drift(account.graph).rows.map(\.rule)
        }
        #expect(try rules(latest: 60, version: nil) == [])
        #expect(try rules(latest: 700, version: nil) == [.warmCache])
        #expect(try rules(latest: 60, version: 50) == [])
        #expect(try rules(latest: 60, version: 700) == [.warmCache])
    }

    @Test("a snapshot from before the change")
    func snapshot() throws {
        var account = try Self.account()
        try account.function(
            "pay", ["KEY_ARN": Self.arn], versions: ["1": ["KEY_ARN": Self.arn]], live: "1",
            versionsModified: Self.day(60),
            snapshots: true)
        let row = try #require(Drift(account.graph).rows.first)
        #expect(row.rule == .snapshot && row.reference == .function(name: "pay", qualifier: "1"))
        #expect(row.holds == .version("v-1"))
    }
}
