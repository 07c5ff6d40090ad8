import FoundationEssentials
import Inventory
import SensitiveMemory
import Testing

@Suite("Who uses what")
struct ConsumerGraphTests {
    static let db = Reference.secret(name: "prod/orders/db")
    private static let arn = SampleAccount.arn(secret: "prod/orders/db")
    private static let reads = SampleAccount.allow("secretsmanager:GetSecretValue", arn)

    private static func row(_ rows: [ConsumerRow], _ reference: String) throws -> ConsumerRow? {
        let reference = try Reference(parsing: reference)
        return rows.first { $0.reference == reference }
    }

    @Test(
        "a variable names the secret",
        arguments: [
            ("DB_SECRET_ARN", arn, EvidenceRule.variableARN),
            ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders/db", .variableARN),
            ("DB", "prod/orders/db", .variableName),
            ("CONFIG", #"{"db":{"secret":"prod/orders/db"},"port":5432}"#, .variableInside),
            ("CONFIG", #"["\#(arn)"]"#, .variableInside),
            ("URL", "https://config.example/v1?secretId=prod%2Forders%2Fdb&x=1", .variableInside),
            ("REF", "secretsmanager://prod/orders/db", .variableInside),
            ("DB_PASSWORD", "{{resolve:secretsmanager:prod/orders/db:SecretString:password}}", .variableResolve),
            ("DB_PASSWORD", "{{resolve:secretsmanager:\(arn):SecretString:password:AWSPREVIOUS}}", .variableResolve),
            ("DB_SECRET", "\(arn):password:AWSPREVIOUS:", .variablePinned)
        ])
    func named(variable: String, value: String, rule: EvidenceRule) throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        try account.function("pay", [variable: value], allows: Self.reads)
        let row = try #require(try Self.row(account.graph.usedBy(Self.db), "fn:pay"))
        let evidence = try #require(row.evidence.first { $0.rule == rule })
        #expect(evidence.via == .variable(function: "pay", name: variable))
        #expect(evidence.certainty == rule.certainty || rule == .variableInside)
        #expect(row.certainty == .sure)
    }

    @Test("what only looks alike names nothing")
    func unlike() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        account.secret("prod")
        try account.function(
            "pay", ["STAGE": "prod", "OTHER": "prod/orders/db2", "URL": "https://x.example/prod/orders/dbs"])
        #expect(account.graph.usedBy(Self.db).isEmpty)
        #expect(account.graph.usedBy(.secret(name: "prod")).isEmpty)
    }

    @Test("the certainty falls with the role: unknown, or not allowed")
    func certainty() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        try account.function("reads", ["DB": Self.arn], allows: Self.reads)
        try account.function("unread", ["DB": Self.arn], allows: nil)
        try account.function("refused", ["DB": Self.arn], allows: "")
        let rows = account.graph.usedBy(Self.db)
        #expect(rows.map(\.reference.text) == ["fn:reads", "fn:unread", "fn:refused"])
        #expect(rows.map(\.certainty) == [.sure, .likely, .possible])
        #expect(rows.last?.evidence.first?.detail.hasSuffix("its role may not read it") == true)
    }

    @Test("the extension layer is told where a variable names a secret")
    func layer() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        let layer = "arn:aws:lambda:eu-west-1:015030872274:layer:AWS-Parameters-and-Secrets-Lambda-Extension:4"
        try account.function("pay", ["DB": "prod/orders/db"], allows: Self.reads, layers: [layer])
        let row = try #require(account.graph.usedBy(Self.db).first)
        #expect(row.kinds.contains(.extension))
    }

    @Test("users and roles that are no function's are readers by their policies, a second factor undecided")
    func principals() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        func principal(_ name: String, _ statement: String) throws -> PolicyCaller {
            PolicyCaller(
                arn: "arn:aws:iam::\(SampleAccount.number):\(name)", account: SampleAccount.number,
                policies: [try SampleAccount.policy("own", statement)], tags: [:])
        }
        let action = "secretsmanager:GetSecretValue"
        account.facts.principals = [
            try principal("role/deploy", SampleAccount.allow(action, "*")),
            try principal("role/other", SampleAccount.allow("s3:GetObject", "*")),
            try principal(
                "user/eve",
                SampleAccount.allow(action, Self.arn, #"{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#)),
            try principal(
                "user/mallory", SampleAccount.allow(action, "*", #"{"StringEquals":{"aws:username":"mallory"}}"#))
        ]
        let rows = account.graph.usedBy(Self.db)
        #expect(rows.map(\.reference.text) == ["role:deploy", "user:mallory", "user:eve"])
        #expect(rows.map(\.certainty) == [.sure, .sure, .possible])
        #expect(rows.filter { !$0.isOnlyAllowed }.isEmpty)
        #expect(account.graph.reach(.user(name: "mallory")).map(\.reference) == [Self.db])
        #expect(account.graph.reach(.role(name: "other")).isEmpty)
    }

    @Test("what a published version reaches is asked of that version alone")
    func version() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        account.secret("prod/orders/old")
        try account.function(
            "pay", ["DB": Self.arn], allows: SampleAccount.allow("secretsmanager:GetSecretValue", "*"),
            versions: ["3": ["DB": SampleAccount.arn(secret: "prod/orders/old")], "4": ["DB": Self.arn]], live: "3")
        var asked = account
        asked.facts = try #require(account.facts.only("pay", at: "3"))
        let rows = asked.graph.reach(.function(name: "pay"))
        let named = rows.filter { !$0.isOnlyAllowed }.map(\.reference.text)
        #expect(named.contains("secret:prod/orders/old") && !named.contains("secret:prod/orders/db"))
        #expect(account.facts.only("pay", at: "live")?.versions["pay"]?.map(\.version) == ["3"])
        #expect(account.facts.only("pay", at: "9") == nil)
    }

    @Test("a path in a variable covers what is below it")
    func prefix() throws {
        var account = try SampleAccount()
        for name in ["/prod/pay/key", "/prod/pay/db/password", "/prod/payments/x"] { account.parameter(name) }
        try account.function("pay", ["CONFIG_PATH": "/prod/pay/"])
        try account.function("word", ["STAGE": "/prod"])
        #expect(account.graph.usedBy(.parameter(name: "/prod/pay/db/password")).map(\.reference.text) == ["fn:pay"])
        #expect(account.graph.usedBy(.parameter(name: "/prod/payments/x")).isEmpty)
        #expect(account.graph.reach(.function(name: "pay")).filter { $0.reference.listKind == .parameter }.count == 2)
    }

    @Test("a path may be read although a statement denies one below it, and each permission is told by itself")
    func pathInSpiteOfDeny() throws {
        var account = try SampleAccount()
        account.parameter("/prod/pay/key")
        let base = "arn:aws:ssm:eu-west-1:111122223333:parameter"
        try account.function(
            "pay",
            allows: SampleAccount.allow("ssm:GetParametersByPath", "\(base)/prod/*") + ","
                + SampleAccount.deny("ssm:GetParameter", "\(base)/prod/pay/key"))
        try account.function("history", allows: SampleAccount.allow("ssm:GetParameterHistory", "\(base)/prod/pay/key"))
        try account.function("plural", allows: SampleAccount.allow("ssm:GetParameters", "\(base)/*"))
        try account.function("none", allows: SampleAccount.allow("ssm:DescribeParameters", "*"))
        let rows = account.graph.usedBy(.parameter(name: "/prod/pay/key"))
        #expect(rows.map(\.reference.text) == ["fn:history", "fn:pay", "fn:plural"])
        let path = try #require(try Self.row(rows, "fn:pay")?.evidence.first)
        #expect(path.rule == .allowedByPath)
        #expect(path.detail.contains("although runtime, statement 2 denies the parameter itself"))
        #expect(
            try Self.row(rows, "fn:history")?.evidence.first?.detail.hasPrefix("ssm:GetParameterHistory by") == true)
        #expect(try Self.row(rows, "fn:plural")?.evidence.first?.detail.hasPrefix("ssm:GetParameters by") == true)
    }

    @Test("who may not use the key may not read the secret, and a grant lets in")
    func keys() throws {
        var account = try SampleAccount()
        let grant = KeyAccess.Grant(
            name: "batch", grantee: SampleAccount.arn(role: "granted-role"), operations: ["Decrypt"])
        try account.key("k-1", aliases: ["alias/orders"], grants: [grant])
        account.secret("prod/orders/db", key: SampleAccount.arn(key: "k-1"))
        try account.function("plain", allows: Self.reads)
        try account.function("granted", allows: Self.reads)
        let through =
            #"{"StringEquals":{"kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com"}}"#
        try account.function(
            "both", ["DB": Self.arn],
            allows: Self.reads + "," + SampleAccount.allow("kms:Decrypt", SampleAccount.arn(key: "k-1"), through))
        #expect(account.graph.usedBy(Self.db).map(\.reference.text) == ["fn:both", "fn:granted"])
        let users = account.graph.usedBy(.key(id: "alias/orders"))
        #expect(users.map(\.reference.text) == ["fn:both", "secret:prod/orders/db", "fn:granted"])
        let both = try #require(try Self.row(users, "fn:both"))
        // By ViaService alone it may not decrypt by itself: only through the secret.
        #expect(both.via == Self.db && both.kinds == [.reference])
        #expect(account.graph.reach(.function(name: "both")).contains { $0.reference == .key(id: "k-1") })
    }

    @Test("the same value in two functions, and in a version that no alias uses")
    func sameValue() throws {
        var account = try SampleAccount()
        try account.function("relay", ["TELEMETRY_API_KEY": "tm_8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c"])
        try account.function(
            "eta", ["STATS_TOKEN": "tm_8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c", "LOG_LEVEL": "INFO"],
            versions: ["1": ["STATS_TOKEN": "tm_8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c"]])
        try account.function("other", ["LOG_LEVEL": "INFO"])
        let users = account.graph.usedBy(.variable(function: "relay", name: "TELEMETRY_API_KEY"))
        #expect(users.map(\.reference.text) == ["fn:eta", "fn:relay"])
        #expect(users.first?.kinds == [.sameValue])
        #expect(users.first?.evidence.first?.detail == "the same value is in STATS_TOKEN, in $LATEST and version 1")
        #expect(account.graph.usedBy(.variable(function: "eta", name: "LOG_LEVEL")).isEmpty)
    }

    @Test("a name that only an old version holds is possible, and sure where an alias sends traffic")
    func versions() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        try account.function("old", [:], allows: Self.reads, versions: ["1": ["DB": Self.arn], "2": [:]], live: "2")
        try account.function("live", [:], allows: Self.reads, versions: ["1": ["DB": Self.arn], "2": [:]], live: "1")
        let rows = account.graph.usedBy(Self.db)
        let old = try #require(try Self.row(rows, "fn:old")?.evidence.first { $0.kind == .reference })
        #expect(old.certainty == .possible)
        #expect(old.detail == "its ARN is the value of DB, in version 1 only, which no alias sends traffic to")
        #expect(old.via == .variable(function: "old", qualifier: "1", name: "DB"))
        let live = try #require(try Self.row(rows, "fn:live")?.evidence.first { $0.kind == .reference })
        #expect(live.certainty == .sure)
    }

    @Test("CloudTrail tells the function by its session, otherwise the role or user")
    func cloudTrail() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        try account.function("pay", allows: Self.reads)
        func event(_ actor: String, error: String? = nil) -> AccessEvent {
            AccessEvent(
                id: actor, time: account.facts.taken, actor: actor, action: "GetSecretValue",
                service: "secretsmanager.amazonaws.com", references: [Self.db], version: nil, requestID: nil,
                sourceIP: nil,
                agent: nil, invokedBy: nil, errorCode: error)
        }
        account.facts.reads = [
            event("arn:aws:sts::111122223333:assumed-role/pay-role/pay"),
            event("arn:aws:sts::111122223333:assumed-role/on-call/somebody"),
            event("arn:aws:iam::111122223333:user/contractor"),
            event("arn:aws:iam::111122223333:user/refused", error: "AccessDeniedException")
        ]
        let rows = account.graph.usedBy(Self.db)
        #expect(rows.map(\.reference.text) == ["fn:pay", "role:on-call", "user:contractor", "user:refused"])
        #expect(rows.map(\.certainty) == [.sure, .sure, .sure, .possible])
        #expect(account.graph.reach(.user(name: "contractor")).map(\.reference) == [Self.db])
    }

    @Test("a ciphertext whose key is not told may be under any key that the role may use")
    func ciphertext() throws {
        var account = try SampleAccount()
        try account.key("k-1")
        try account.key("k-2")
        let ciphertext = "AQICAH" + String(repeating: "abcdEFGH0123", count: 10) + "AA"
        try account.function(
            "one", ["X_ENCRYPTED": ciphertext],
            allows: SampleAccount.allow("kms:Decrypt", SampleAccount.arn(key: "k-1")))
        try account.function("two", ["X_ENCRYPTED": ciphertext], allows: SampleAccount.allow("kms:Decrypt", "*"))
        let rows = account.graph.usedBy(.key(id: "k-1"))
        let one = try #require(try Self.row(rows, "fn:one")?.evidence.first { $0.rule == .ciphertext })
        let two = try #require(try Self.row(rows, "fn:two")?.evidence.first { $0.rule == .ciphertext })
        #expect(one.certainty == .likely && two.certainty == .possible)
    }
}

extension ConsumerGraphTests {
    @Test("the stored value's fingerprint finds its copies")
    func storedValue() throws {
        var account = try SampleAccount()
        account.secret("prod/orders/db")
        try account.function(
            "copy", ["DB_PASSWORD": "Hk3.x9-_Lq=2vWz!"], versions: ["1": ["DB_PASSWORD": "older-one-X9"]])
        let fingerprint = account.key.fingerprint(ofName: "Hk3.x9-_Lq=2vWz!")
        account.facts.stored = [
            StoredFingerprint(
                source: Self.db, version: "v-2", isCurrent: true, field: "/password", fingerprint: fingerprint)
        ]
        let row = try #require(account.graph.usedBy(Self.db).first)
        #expect(row.evidence.map(\.rule) == [.storedValue, .olderValue])
        #expect(row.evidence[1].via == .variable(function: "copy", qualifier: "1", name: "DB_PASSWORD"))
        #expect(row.evidence[0].detail == "the current value (field /password) is the value of DB_PASSWORD, in $LATEST")
    }
}
