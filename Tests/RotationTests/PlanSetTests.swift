import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Operations
import Testing

/// The whole blast radius in one plan: what is in it, in which order, and that its file says the same again.
@Suite("Plans of a blast radius")
struct PlanSetTests {
    /// A database's secret, read by `api` and copied into `job` and a parameter; a token of `api`'s own; a secret that nobody
    /// of them can read.
    private static func account() -> FakeAccount {
        var account = FakeAccount()
        func secret(_ value: String) -> FakeSecret {
            var secret = FakeSecret()
            secret.versions = ["v-\(value.utf8.count)": .init(value: value, labels: ["AWSCURRENT"])]
            return secret
        }
        account.secrets["prod/db"] = secret(#"{"username":"orders_app","password":"c4nary-password-one"}"#)
        account.secrets["prod/other"] = secret("c4nary-other-value-three")
        account.parameters["/copy/db"] = FakeParameter(versions: [
            .init(value: "c4nary-password-one", type: "SecureString")
        ])
        var api = FakeFunction(way: .secret("prod/db", field: "password"))
        api.latest.variables = ["DB_SECRET": "prod/db", "API_TOKEN": "c4nary9xK2mP7qR4tV8wZ1bN5"]
        var job = FakeFunction(way: .variable("DB_PASSWORD"))
        job.latest.variables = ["DB_PASSWORD": "c4nary-password-one"]
        account.functions = ["api": api, "job": job]
        return account
    }

    private struct Desk {
        let graph: ConsumerGraph
        let planner: PlanSetPlanner

        init(_ account: FakeAccount, adjust: (inout AccountFacts) -> Void = { _ in }) throws {
            var facts = AccountFacts(account, noted: true)
            adjust(&facts)
            graph = facts.graph()
            let configuration = try ClientConfiguration.resolve(
                region: "eu-west-1", endpointURL: "http://127.0.0.1:1", environment: AWSEnvironment([:]),
                files: NoFiles())
            let client = AWSClient(
                configuration: configuration, transport: FakeAWS(account, script: nil), credentials: nil,
                clock: FakeTime(), random: { 0.5 })
            planner = PlanSetPlanner(
                RotationPlanner(
                    facts: facts, graph: graph, secrets: AccountSecrets(calls: client),
                    parameters: AccountParameters(calls: client),
                    functions: AccountFunctions(calls: client, fingerprints: Values.key),
                    now: Date(timeIntervalSince1970: 1_795_000_000)),
                graph: graph)
        }

        func plan(
            _ sources: [RadiusSource], _ choices: PlanSetChoices = PlanSetChoices(transition: .overlap)
        ) async throws -> PlanSet {
            try await planner.plan(
                BlastRadius(of: sources, in: graph), sources: sources.map(\.words), choices: choices,
                wishes: RotationWishes(included: ["api"]), incident: "INC-1")
        }
    }

    private static func refs(_ set: PlanSet) -> [String] { set.members.map(\.reference.text) }

    @Test("from a function: what it names and what it holds; of a JSON secret the field that is the secret")
    func function() async throws {
        let set = try await Desk(Self.account()).plan([.function("api", qualifier: nil)])
        #expect(Self.refs(set) == ["secret:prod/db#/password", "env:api/API_TOKEN", "param:/copy/db"])
        #expect(set.members[2].copyOf == set.members[0].reference)
        #expect(set.members[0].reviewed.lanes.map(\.function) == ["api", "job"])
        #expect(set.leftOut == [] && set.incident == "INC-1")
    }

    @Test("from a variable that holds a copy: its source is rotated, and the copy goes along")
    func copy() async throws {
        let set = try await Desk(Self.account()).plan([.function("job", qualifier: nil)])
        #expect(Self.refs(set) == ["secret:prod/db#/password", "param:/copy/db"])
        #expect(set.members[0].why.contains { $0.contains("env:job/DB_PASSWORD") })
    }

    @Test("from a leaked text: equal places get the same new value, the original first; the rest is said")
    func places() async throws {
        func place(_ reference: String, _ form: MatchForm, region: String = "eu-west-1") throws -> MatchPlace {
            MatchPlace(
                reference: try Reference(parsing: reference), place: "p", form: form, region: region, version: nil,
                requestID: "r")
        }
        let set = try await Desk(Self.account()).plan([
            .places([
                try place("param:/copy/db", .exact), try place("env:job/DB_PASSWORD", .exact),
                try place("env:job@1/DB_PASSWORD", .exact),
                try place("secret:prod/db@AWSCURRENT#/password", .json), try place("env:api/URL", .embedded),
                try place("param:/far", .exact, region: "us-east-1")
            ])
        ])
        #expect(Self.refs(set) == ["secret:prod/db#/password", "param:/copy/db"])
        #expect(set.members[1].copyOf == (try Reference(parsing: "secret:prod/db#/password")))
        #expect(set.members[1].after == [set.members[0].reference])
        #expect(set.members[1].reviewed.recipe == .given)
        #expect(set.leftOut.map(\.reference.text) == ["env:api/URL", "param:/far"])
        #expect(set.warnings.contains { $0.contains("earlier versions") && $0.contains("env:job@1/DB_PASSWORD") })
    }

    @Test("from a role: its functions' reach; from a time of reads: what was read in it by others")
    func principals() async throws {
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        func event(_ actor: String, _ reference: Reference?, _ seconds: Double, _ action: String = "GetSecretValue")
            -> AccessEvent
        {
            AccessEvent(
                id: "\(actor) \(seconds)", time: now.addingTimeInterval(seconds),
                actor: "arn:aws:iam::111122223333:\(actor)", action: action, service: "s",
                references: [reference].compactMap(\.self),
                version: nil, requestID: nil, sourceIP: nil, agent: nil, invokedBy: nil, errorCode: nil)
        }
        var account = Self.account()
        account.functions["api"]?.role = "arn:aws:iam::111122223333:role/api-role"
        let desk = try Desk(account) { facts in
            facts.reads = [
                event("user/eve", .secret(name: "prod/other"), -60), event("user/me", .secret(name: "prod/db"), -60),
                event("user/eve", .secret(name: "prod/db"), -9000),
                event("user/list", nil, -30, "ListFunctions20150331")
            ]
        }
        let role = try await desk.plan([.principal(.role(name: "api-role"))])
        #expect(Self.refs(role) == ["secret:prod/db#/password", "env:api/API_TOKEN", "param:/copy/db"])
        let span = RadiusSource.reads(since: now.addingTimeInterval(-3600), until: now, by: nil)
        let radius = BlastRadius(of: [span], in: desk.graph, own: "arn:aws:iam::111122223333:user/me")
        // The list of functions shows every variable to whoever asks for it.
        #expect(
            Set(radius.entries.map(\.reference.text)) == [
                "secret:prod/other", "env:api/API_TOKEN", "env:job/DB_PASSWORD"
            ])
        let eve = RadiusSource.reads(since: now.addingTimeInterval(-3600), until: now, by: .user(name: "eve"))
        #expect(BlastRadius(of: [eve], in: desk.graph).entries.map(\.reference.text) == ["secret:prod/other"])
    }

    @Test("what the rotation function reads has its turn before the secret that it rotates")
    func order() async throws {
        let set = try await Desk(Self.account()) { facts in
            guard let place = facts.secrets.firstIndex(where: { $0.common.name.hasSuffix("prod/db") }) else { return }
            let row = facts.secrets[place]
            facts.secrets[place] = SecretRow(
                common: row.common,
                rotation: .init(
                    enabled: false, days: nil, next: nil, last: nil,
                    functionARN: "arn:aws:lambda:eu-west-1:111122223333:function:api"), versions: [], accessed: nil,
                kmsKey: nil, replicas: nil, owner: nil, deleting: nil, description: nil)
        }.plan([
            .thing(.secret(name: "prod/db", pointer: "/password")), .thing(try Reference(parsing: "env:api/API_TOKEN"))
        ])
        #expect(Self.refs(set) == ["env:api/API_TOKEN", "secret:prod/db#/password", "param:/copy/db"])
        #expect(set.members[1].after.map(\.text) == ["env:api/API_TOKEN"])
    }

    @Test("what a person says of one value holds for it alone; without a transition nothing is planned")
    func choices() async throws {
        let desk = try Desk(Self.account())
        let whole = Reference.secret(name: "prod/db")
        var choices = PlanSetChoices(transition: .overlap, recipe: .generated(GeneratedValue(length: 20)))
        choices.transitions[whole] = .cutover
        choices.hooks[whole] = "h"
        choices.recipes[.secret(name: "prod/db", pointer: "/password")] = .given
        let set = try await desk.plan([.function("api", qualifier: nil)], choices)
        #expect(set.members.map(\.reviewed.transition) == [.cutover, .overlap, .overlap])
        #expect(set.members.map(\.reviewed.hook) == ["h", nil, nil])
        #expect(set.members.map(\.reviewed.recipe) == [.given, .generated(GeneratedValue(length: 20)), .given])
        await #expect(throws: OperationFailure.self) {
            try await desk.plan([.function("api", qualifier: nil)], PlanSetChoices())
        }
        await #expect(throws: OperationFailure.self) { try await desk.plan([.thing(.secret(name: "gone"))]) }
    }

    @Test("its file reads back the same, and a plan made anew may not do more than was reviewed")
    func file() async throws {
        let set = try await Desk(Self.account()).plan([.function("api", qualifier: nil)])
        #expect(try PlanSet(json: set.json) == set)
        #expect(!String(decoding: set.json, as: UTF8.self).contains("c4nary"))
        var broken = set.json
        broken.removeLast(10)
        #expect(throws: PlanFault.self) { try PlanSet(json: broken) }
        let reviewed = set.members[0].reviewed
        #expect(reviewed.beyond(reviewed) == [])
        var more = reviewed
        more.lanes.append(
            FunctionLane(function: "new", revision: "r", codeSHA256: nil, changes: [], routes: [], keptVersion: nil))
        #expect(more.beyond(reviewed).contains { $0.contains("fn:new") })
        #expect(reviewed.beyond(more) == [])
        let request = set.request(set.members[0])
        #expect(request.subject == set.members[0].reference && request.transition == .overlap)
        #expect(request.wishes.included == ["api"])
    }
}
