import FoundationEssentials
import RandomSource
import SensitiveMemory
import Testing

@testable import Inventory

@Suite("Who uses what across regions and accounts")
struct ConsumerAtlasTests {
    private static let east = "us-east-1"
    private static let token = "tm_8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c"

    private static func atlas(_ accounts: SampleAccount...) -> ConsumerAtlas {
        ConsumerAtlas(accounts.map { ($0.facts, $0.names) })
    }

    private static func words(_ rows: [PlacedConsumer]) -> [String] {
        rows.map { row in
            let rules = row.row.evidence.map(\.rule.rawValue).joined(separator: "+")
            return
                "\(row.place.region) \(row.row.reference) \(row.row.certainty.rawValue) \(rules) in \(row.asked.region)"
        }
    }

    @Test("an ARN in a variable leads to the other region, from both ends, and what the role may read there is told")
    func arns() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: Self.east)
        there.secret("prod/edge")
        try there.key("k-9")
        let arn = there.here(SampleAccount.arn(secret: "prod/edge"))
        try here.function(
            "reads", ["EDGE_SECRET": arn], allows: SampleAccount.allow("secretsmanager:GetSecretValue", arn))
        try here.function("names", ["LIST": #"{"edge":"\#(arn)"}"#])
        try here.function("other", ["EDGE_SECRET": SampleAccount.arn(secret: "prod/edge")])
        let atlas = Self.atlas(here, there)
        #expect(
            Self.words(atlas.usedBy(.secret(name: "prod/edge"))) == [
                "eu-west-1 fn:reads sure variableARN+allowed in us-east-1",
                "eu-west-1 fn:names possible variableInside in us-east-1"
            ])
        #expect(
            Self.words(atlas.reach(.function(name: "reads"))).contains(
                "us-east-1 secret:prod/edge sure variableARN+allowed in eu-west-1"))
        // One region alone knows nothing of it.
        #expect(Self.atlas(here).usedBy(.secret(name: "prod/edge")).isEmpty)
    }

    @Test("a name belongs to its own region; only one that nothing here has may lead elsewhere")
    func names() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: Self.east)
        for name in ["prod/both/db", "prod/there/db"] { there.secret(name) }
        here.secret("prod/both/db")
        let allowed = SampleAccount.allow("secretsmanager:GetSecretValue", "*")
        try here.function("f", ["A_SECRET": "prod/both/db", "B_SECRET": "prod/there/db"], allows: allowed)
        let atlas = Self.atlas(here, there)
        let both = atlas.usedBy(.secret(name: "prod/both/db"))
        #expect(
            Self.words(both) == [
                "eu-west-1 fn:f sure variableName+allowed in eu-west-1", "eu-west-1 fn:f sure allowed in us-east-1"
            ])
        let only = atlas.usedBy(.secret(name: "prod/there/db"))
        #expect(Self.words(only) == ["eu-west-1 fn:f sure allowed+variableName in us-east-1"])
        #expect(only.first?.row.evidence.last?.certainty == .likely)
        #expect(only.first?.row.evidence.last?.detail.contains("which nothing in eu-west-1 has") == true)
        // An ARN says which of two is meant.
        let asked = atlas.usedBy(.secret(name: "prod/both/db")) { $0.region == Self.east }
        #expect(asked.map(\.asked.region) == [Self.east])
    }

    @Test("a role that runs functions in one region is theirs in the other, not one of the people")
    func roles() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: Self.east)
        there.secret("prod/edge")
        try here.function("f", allows: SampleAccount.allow("secretsmanager:GetSecretValue", "*"))
        // The role as the other region's reading has it: of no function there.
        let role = try #require(here.facts.roles.values.first)
        there.facts.principals = [role]
        there.facts.reads = [
            AccessEvent(
                id: "1", time: there.facts.taken,
                actor: "arn:aws:sts::\(SampleAccount.number):assumed-role/f-role/f", action: "GetSecretValue",
                service: "secretsmanager", references: [.secret(name: "prod/edge")], version: nil, requestID: nil,
                sourceIP: nil, agent: nil, invokedBy: nil, errorCode: nil)
        ]
        let rows = Self.atlas(here, there).usedBy(.secret(name: "prod/edge"))
        #expect(Self.words(rows) == ["eu-west-1 fn:f sure allowed+wasRead in us-east-1"])
        let alone = Self.atlas(there).usedBy(.secret(name: "prod/edge"))
        #expect(alone.map(\.row.reference) == [.role(name: "f-role")])
    }

    @Test("equal values are told across regions: of two variables, and of a stored value")
    func values() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: Self.east)
        there.secret("prod/edge")
        try here.function("here", ["API_KEY": Self.token])
        try there.function("there", ["STATS_TOKEN": Self.token])
        there.facts.stored = [
            StoredFingerprint(
                source: .secret(name: "prod/edge"), version: "v-1", isCurrent: true, field: nil,
                fingerprint: here.names.fingerprint(ofName: Self.token))
        ]
        let atlas = Self.atlas(here, there)
        #expect(
            Self.words(atlas.usedBy(.variable(function: "there", name: "STATS_TOKEN"))) == [
                "us-east-1 fn:there sure ownVariable in us-east-1", "eu-west-1 fn:here sure sameVariable in us-east-1"
            ])
        let holders = Self.words(atlas.usedBy(.secret(name: "prod/edge")))
        #expect(holders.contains("eu-west-1 fn:here sure storedValue in us-east-1"))
    }

    @Test("a template's dynamic reference to another region's ARN is not of the own secret of that name")
    func templates() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: Self.east)
        here.secret("prod/edge")
        there.secret("prod/edge")
        try here.function("f")
        let arn = there.here(SampleAccount.arn(secret: "prod/edge"))
        let template = #"""
            {"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"FunctionName":"f","Environment":{"Variables":
            {"KEY":"{{resolve:secretsmanager:\#(arn):SecretString:key}}"}}}}}}
            """#
        let reading = template.utf8.withContiguousStorageIfAvailable { bytes in
            TemplateReading(
                UnsafeRawBufferPointer(bytes),
                context: TemplateContext(
                    stack: "s", deployed: nil, place: here.facts.place, resources: [], parameters: [:]),
                observer: VariableObserver(key: here.key))
        }
        here.facts.stacks = [try #require(reading).facts]
        let atlas = Self.atlas(here, there)
        #expect(
            Set(Self.words(atlas.usedBy(.secret(name: "prod/edge")))) == [
                "eu-west-1 fn:f sure templateResolve in us-east-1",
                "eu-west-1 stack:s sure templateResolve in us-east-1"
            ])
        #expect(here.graph.usedBy(.secret(name: "prod/edge")).isEmpty)
        #expect(Drift.sources(here.graph).isEmpty)
    }

    @Test("between accounts names and values are told, rights are not")
    func accounts() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(account: "444455556666")
        there.secret("prod/edge")
        let arn = there.here(SampleAccount.arn(secret: "prod/edge"))
        let all = SampleAccount.allow("secretsmanager:GetSecretValue", "*")
        try here.function("names", ["EDGE_SECRET": arn], allows: all)
        try here.function("may", allows: all)
        #expect(
            Self.words(Self.atlas(here, there).usedBy(.secret(name: "prod/edge"))) == [
                "eu-west-1 fn:names sure variableARN in eu-west-1"
            ])
    }

    @Test("used-by and reach are each other's inverse across regions", arguments: 1...20)
    func inverse(seed: Int) throws {
        var dice = SeededRandom(seed: UInt64(seed))
        let accounts = try ["eu-west-1", Self.east].map { try Self.account($0, &dice) }
        let atlas = ConsumerAtlas(accounts.map { ($0.facts, $0.names) })
        struct Edge: Hashable {
            let consumer: String
            let source: String
            let evidence: [String]
        }
        func edge(_ consumer: (AccountPlace, Reference), _ source: (AccountPlace, Reference), _ row: ConsumerRow)
            -> Edge
        {
            Edge(
                consumer: "\(consumer.0.region) \(consumer.1)", source: "\(source.0.region) \(source.1)",
                evidence: row.evidence.map { "\($0.rule) \($0.certainty) \($0.detail)" }.sorted())
        }
        var forth: Set<Edge> = []
        var back: Set<Edge> = []
        let names = Set(
            accounts.flatMap { $0.facts.functions.map { Reference.function(name: $0.common.functionName) } })
        for function in names {
            for row in atlas.reach(function) where row.row.reference.isAskedHere {
                forth.insert(edge((row.asked, function), (row.place, row.row.reference), row.row))
            }
        }
        let sources = Set(
            accounts.flatMap { account in
                account.facts.secrets.map(\.common.reference) + account.facts.keys.map(\.common.reference)
                    + account.facts.functions.flatMap { row in
                        row.variables.map { .variable(function: row.common.functionName, name: $0.name) }
                    }
            })
        for source in sources {
            for row in atlas.usedBy(source) {
                guard case .function = row.row.reference else { continue }
                back.insert(edge((row.place, row.row.reference), (row.asked, source), row.row))
            }
        }
        #expect(forth == back)
        #expect(forth.contains { $0.consumer.prefix(9) != $0.source.prefix(9) })
    }

    private static func account(_ region: String, _ dice: inout SeededRandom) throws -> SampleAccount {
        var account = try SampleAccount(region: region)
        let secrets = ["prod/a", "prod/b", "prod/pay/c"].filter { _ in Bool.random(using: &dice) } + ["prod/\(region)"]
        try account.key("k-\(region)")
        for name in secrets {
            account.secret(
                name, key: Bool.random(using: &dice) ? account.here(SampleAccount.arn(key: "k-\(region)")) : nil)
        }
        let arns = ["eu-west-1", east].flatMap { region in
            ["prod/a", "prod/b", "prod/\(region)"].map {
                SampleAccount.arn(secret: $0).replacing(SampleAccount.region, with: region)
            }
        }
        let values = arns + ["prod/a", "prod/eu-west-1", "prod/us-east-1", token, "INFO"]
        for name in ["f", "g", "only-\(region)"] {
            let variables = Dictionary(
                uniqueKeysWithValues: (0..<3).map { ("V\($0)_SECRET", values.randomElement(using: &dice) ?? token) })
            let statements = [
                nil, "", SampleAccount.allow("secretsmanager:GetSecretValue", "*"),
                SampleAccount.allow("secretsmanager:*", arns.randomElement(using: &dice) ?? "*"),
                SampleAccount.allow("*", "*")
            ]
            try account.function(
                name, variables, allows: statements.randomElement(using: &dice) ?? nil,
                versions: Bool.random(using: &dice) ? ["1": variables] : [:],
                live: Bool.random(using: &dice) ? "1" : nil)
        }
        // A role is the same everywhere: the two regions' functions of one name run under roles of their own.
        let own = account.facts.roles
        account.facts.roles = [:]
        for (arn, caller) in own {
            account.facts.roles[arn + "-" + region] = PolicyCaller(
                arn: arn + "-" + region, account: caller.account, policies: caller.policies, boundary: nil, tags: [:])
        }
        account.facts.functions = account.facts.functions.map { $0.running(as: ($0.role ?? "") + "-" + region) }
        return account
    }
}

extension Reference {
    /// Whether the other direction asks about such a thing.
    fileprivate var isAskedHere: Bool {
        switch self {
        case .secret, .key: true
        case .variable(_, let version, _): version == nil
        case .function, .parameter, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: false
        }
    }
}

extension FunctionRow {
    fileprivate func running(as role: String) -> FunctionRow {
        FunctionRow(
            common: common, runtime: runtime, state: state, lastUpdateStatus: lastUpdateStatus, version: version,
            revisionID: revisionID, role: role, kmsKey: kmsKey, variables: variables, variablesError: variablesError,
            environmentBytes: environmentBytes, aliases: aliases, description: description, layers: layers,
            hasSnapshots: hasSnapshots)
    }
}
