import FoundationEssentials
import Inventory
import RandomSource
import SensitiveMemory
import Testing

@Suite("Used-by and reach are each other's inverse")
struct ConsumerInverseTests {
    /// A generator that a failing seed can be given to again.

    private static let secrets = ["prod/a", "prod/b", "prod/pay/c", "dev/a"]
    private static let parameters = ["/prod/a", "/prod/pay/b", "/prod/pay/c/d", "/dev/a", "plain"]
    private static let values = [
        "tm_8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c", "INFO", "/prod/pay/", "prod/pay/", "{\"a\":\"prod/b\"}",
        "{{resolve:ssm:/prod/a:3}}", "AQICAH" + String(repeating: "abcdEFGH0123", count: 10) + "AA", "s3://sealed/x"
    ]

    private static func account(_ dice: inout SeededRandom) throws -> SampleAccount {
        var account = try SampleAccount()
        try account.key("k-1", aliases: ["alias/one"])
        try account.key(
            "k-2",
            policy: SampleAccount.deny("kms:*", "*").replacing("\"Action\"", with: "\"Principal\":\"*\",\"Action\""))
        func key(_ dice: inout SeededRandom) -> String? {
            [nil, SampleAccount.arn(key: "k-1"), "alias/one", "k-2"].randomElement(using: &dice)!
        }
        for name in secrets { account.secret(name, key: key(&dice), rotator: Bool.random(using: &dice) ? "f1" : nil) }
        for name in parameters { account.parameter(name, key: key(&dice), version: 4) }
        let names =
            secrets + parameters + secrets.map(SampleAccount.arn(secret:))
            + parameters.map(SampleAccount.arn(parameter:))
            + ["alias/one", SampleAccount.arn(key: "k-2")] + values
        let actions = [
            "secretsmanager:GetSecretValue", "secretsmanager:*", "ssm:GetParameter*", "ssm:GetParametersByPath",
            "kms:Decrypt", "*", "s3:GetObject", "ssm:GetParameterHistory"
        ]
        let resources =
            [
                "*", "arn:aws:ssm:*:*:parameter/prod/*", "arn:aws:secretsmanager:*:*:secret:prod/??-*",
                "arn:aws:s3:::sealed/*"
            ]
            + secrets.map(SampleAccount.arn(secret:)) + [SampleAccount.arn(key: "k-1")]
        for number in 0..<6 {
            var variables: [String: String] = [:]
            for place in 0..<Int.random(in: 0...4, using: &dice) {
                variables["V\(place)_SECRET"] = names.randomElement(using: &dice)!
            }
            let statements = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                let condition = Bool.random(using: &dice) ? "" : #"{"StringEquals":{"aws:SourceVpc":"v"}}"#
                let (action, resource) = (actions.randomElement(using: &dice)!, resources.randomElement(using: &dice)!)
                return Int.random(in: 0...5, using: &dice) == 0
                    ? SampleAccount.deny(action, resource) : SampleAccount.allow(action, resource, condition)
            }
            try account.function(
                "f\(number)", variables,
                allows: Int.random(in: 0...6, using: &dice) == 0 ? nil : statements.joined(separator: ","),
                key: key(&dice),
                versions: Bool.random(using: &dice) ? ["1": variables, "2": ["A_KEY": values[0]]] : [:],
                live: Bool.random(using: &dice) ? "1" : nil)
        }
        for reference in ["user/u", "role/r"] {
            let statements = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                SampleAccount.allow(actions.randomElement(using: &dice)!, resources.randomElement(using: &dice)!)
            }
            account.facts.principals.append(
                PolicyCaller(
                    arn: "arn:aws:iam::\(SampleAccount.number):\(reference)", account: SampleAccount.number,
                    policies: [try SampleAccount.policy("own", statements.joined(separator: ","))], tags: [:]))
        }
        let actors = [
            "sts::111122223333:assumed-role/f1-role/f1", "iam::111122223333:user/u",
            "sts::111122223333:assumed-role/r/s"
        ]
        for _ in 0..<5 {
            account.facts.reads.append(
                AccessEvent(
                    id: "\(dice.next())", time: account.facts.taken,
                    actor: "arn:aws:" + actors.randomElement(using: &dice)!,
                    action: "GetSecretValue", service: "secretsmanager.amazonaws.com",
                    references: [.secret(name: secrets.randomElement(using: &dice)!)], version: nil, requestID: nil,
                    sourceIP: nil, agent: nil, invokedBy: nil, errorCode: nil))
        }
        account.facts.stacks = [
            StackFacts(
                name: "s", deployed: nil,
                uses: [
                    .init(
                        function: "f2", variable: "X", source: .secret(name: "prod/a"), rule: .templateResolve,
                        pin: nil, detail: "it is resolved")
                ],
                members: [.function(name: "f2"), .key(id: "alias/one")], plainValues: [])
        ]
        return account
    }

    @Test("in accounts made by chance", arguments: 0..<60)
    func inverse(seed: UInt64) throws {
        var dice = SeededRandom(seed: seed)
        let account = try Self.account(&dice)
        let graph = account.graph
        var consumers: [Reference] = account.facts.functions.map(\.common.reference)
        consumers += [.user(name: "u"), .role(name: "r"), .stack(name: "s")]
        consumers += account.facts.secrets.map(\.common.reference) + account.facts.parameters.map(\.common.reference)
        var sources = Set(
            account.facts.secrets.map(\.common.reference) + account.facts.parameters.map(\.common.reference)
                + account.facts.keys.map(\.common.reference))
        for row in account.facts.functions {
            for name in row.variables.map(\.name) { sources.insert(.variable(function: row.common.name, name: name)) }
        }
        let reached = consumers.map { ($0, graph.reach($0)) }
        for (_, rows) in reached { sources.formUnion(rows.map(\.reference)) }
        var forwards: Set<String> = []
        for (consumer, rows) in reached {
            for row in rows {
                for evidence in row.evidence { forwards.insert(Self.word(consumer, row.reference, evidence)) }
            }
        }
        var backwards: Set<String> = []
        for source in sources {
            for row in graph.usedBy(source) {
                for evidence in row.evidence { backwards.insert(Self.word(row.reference, source, evidence)) }
            }
        }
        #expect(forwards.subtracting(backwards) == [])
        #expect(backwards.subtracting(forwards) == [])
        #expect(!forwards.isEmpty)
    }

    private static func word(_ consumer: Reference, _ source: Reference, _ evidence: Evidence) -> String {
        "\(consumer) → \(source): \(evidence.rule) \(evidence.detail) \(evidence.certainty) \(evidence.via?.text ?? "-")"
    }
}
