import Inventory
import Operations
import Testing

@Suite("Setting a value")
struct SetPlannerTests {
    var bench = SetBench()
    let secret = Reference.secret(name: "s")
    let parameter = Reference.parameter(name: "/p")

    init() {
        bench.stores.secrets["s"] = FakeStores.Secret(
            state: SecretState(arn: "arn:s", labels: ["v-2": ["AWSCURRENT"], "v-1": ["AWSPREVIOUS", "good"]]),
            values: ["v-1": #"{"user":"u1","password":"canary-1"}"#, "v-2": #"{"user":"u2","password":"canary-2"}"#])
        bench.stores.parameters["/p"] = FakeStores.Parameter(
            attributes: ParameterAttributes(type: "SecureString", keyID: "k", tier: "Standard"),
            values: ["canary-1", "canary-2", "canary-3"], labels: ["good": 1])
    }

    private func current() -> String? {
        bench.stores.secrets["s"].flatMap { secret in secret.state.current.flatMap { secret.values[$0] } }
    }

    @Test("a secret: staged and promoted, and taken back; the plan has no value in it")
    func secretThereAndBack() async throws {
        let plan = try await bench.plan(SetRequest(secret, acceptsAnyForm: true))
        #expect(plan.work == .set && plan.lanes.isEmpty)
        #expect(plan.opening.map(\.action) == [.stageSecretVersion, .promoteSecretVersion])
        #expect(!String(decoding: plan.json, as: UTF8.self).contains("canary-"))
        #expect(await bench.run(plan) == .finished(problems: []))
        #expect(current() == "canary-new")
        #expect(await bench.run(plan, back: true) == .rolledBack(problems: []))
        #expect(bench.stores.secrets["s"]?.state.current == "v-2")
    }

    @Test("one field of a secret: the rest stays as it is")
    func field() async throws {
        let plan = try await bench.plan(SetRequest(.secret(name: "s", pointer: "/password")))
        #expect(await bench.run(plan) == .finished(problems: []))
        #expect(current() == #"{"user":"u2","password":"canary-new"}"#)
    }

    @Test("an older version is restored as a new one, by id, by label, or one field of it")
    func restoreSecret() async throws {
        for version in ["v-1", "AWSPREVIOUS", "good"] {
            let plan = try await SetPlannerTests().bench.plan(SetRequest(secret, recipe: .version(version)))
            #expect(plan.recipe == .version("v-1"))
        }
        let field = Reference.secret(name: "s", pointer: "/password")
        #expect(
            await bench.run(try await bench.plan(SetRequest(field, recipe: .version("v-1")))) == .finished(problems: [])
        )
        #expect(current() == #"{"user":"u2","password":"canary-1"}"#)
        #expect(bench.stores.secrets["s"]?.values.count == 3)
    }

    @Test("a parameter's older version as a new one, with everything else as it is; a lost answer is looked after")
    func restoreParameter() async throws {
        let plan = try await bench.plan(SetRequest(parameter, recipe: .version("good")))
        #expect(plan.recipe == .version("1"))
        bench.stores.loseNextAnswer()
        #expect(await bench.run(plan) == .finished(problems: []))
        let now = try #require(bench.stores.parameters["/p"])
        #expect(now.values == ["canary-1", "canary-2", "canary-3", "canary-1"])
        #expect(now.labels["curtain-previous"] == 3)
        #expect(await bench.run(plan, back: true) == .rolledBack(problems: []))
        #expect(bench.stores.parameters["/p"]?.values.last == "canary-3")
        #expect(now.attributes == ParameterAttributes(type: "SecureString", keyID: "k", tier: "Standard"))
    }

    @Test("tier, key and policies change with the value")
    func attributes() async throws {
        let changes = ParameterChanges(tier: "Advanced", keyID: "k2", policies: "[]")
        let plan = try await bench.plan(SetRequest(parameter, changes: changes))
        #expect(await bench.run(plan) == .finished(problems: []))
        let now = bench.stores.parameters["/p"]?.attributes
        #expect(now?.tier == "Advanced" && now?.keyID == "k2" && now?.policies == "[]")
    }

    @Test(
        "the limits at their edges: one byte more is refused before any call",
        arguments: [("Standard", 4096), ("Advanced", 8192), ("Intelligent-Tiering", 8192), ("secret", 65_536)])
    func limits(tier: String, limit: Int) async throws {
        for (count, fits) in [(limit, true), (limit + 1, false), (0, false)] {
            var bench = SetPlannerTests().bench
            bench.given = String(repeating: "x", count: count)
            let request =
                tier == "secret"
                ? SetRequest(secret, acceptsAnyForm: true)
                : SetRequest(parameter, changes: ParameterChanges(tier: tier))
            let end = await bench.run(try await bench.plan(request))
            if fits {
                #expect(end == .finished(problems: []))
            } else {
                #expect(end != .finished(problems: []))
                #expect(!bench.journal.progress.isBegun, "it can be given once more")
                #expect(bench.stores.parameters["/p"]?.values.count == 3)
                #expect(bench.stores.secrets["s"]?.values.count == 2)
            }
        }
    }

    @Test("100 versions: room unless a label other than ours is on the oldest")
    func hundredVersions() async throws {
        bench.stores.parameters["/p"]?.values = (1...100).map { "canary-\($0)" }
        bench.stores.parameters["/p"]?.labels = ["curtain-previous": 1]
        #expect(try await bench.plan(SetRequest(parameter)).opening.count == 2)
        bench.stores.parameters["/p"]?.labels = ["good": 1]
        let failure = await #expect(throws: OperationFailure.self) { try await bench.plan(SetRequest(parameter)) }
        #expect(failure?.message.contains("unlabel-parameter-version") == true)
        bench.stores.parameters["/p"]?.labels = ["good": 2]
        #expect(try await bench.plan(SetRequest(parameter)).opening.count == 2)
    }

    @Test("what cannot be set is refused with the way out")
    func refusals() async throws {
        func refused(_ request: SetRequest) async -> OperationFailure.Kind? {
            await #expect(throws: OperationFailure.self) { try await bench.plan(request) }?.kind
        }
        #expect(await refused(SetRequest(.secret(name: "s", version: "v-1"))) == .usage)
        #expect(await refused(SetRequest(.parameter(name: "/p", selector: "1"))) == .usage)
        #expect(await refused(SetRequest(.variable(function: "f", name: "K"))) == .usage)
        #expect(await refused(SetRequest(.key(id: "k"))) == .usage)
        #expect(await refused(SetRequest(.parameter(name: "/gone"))) == .notFound)
        #expect(await refused(SetRequest(.secret(name: "gone"))) == .notFound)
        #expect(await refused(SetRequest(parameter, recipe: .version("9"))) == .notFound)
        #expect(await refused(SetRequest(parameter, recipe: .version("3"))) == .usage)
        #expect(await refused(SetRequest(secret, recipe: .version("v-2"))) == .usage)
        #expect(await refused(SetRequest(secret, recipe: .version("lost"))) == .notFound)
        #expect(await refused(SetRequest(secret, changes: ParameterChanges(tier: "Advanced"))) == .usage)
        #expect(await refused(SetRequest(parameter, changes: ParameterChanges(policies: "[{}]"))) == .usage)
        bench.stores.parameters["/p"]?.attributes = ParameterAttributes(type: "String", tier: "Advanced")
        #expect(await refused(SetRequest(parameter, changes: ParameterChanges(tier: "Standard"))) == .usage)
        #expect(await refused(SetRequest(parameter, changes: ParameterChanges(keyID: "k"))) == .usage)
        bench.stores.secrets["s"]?.state.owner = "rds"
        #expect(await refused(SetRequest(secret)) == .usage)
        bench.stores.secrets["s"]?.state.owner = nil
        bench.stores.secrets["s"]?.state.primaryRegion = "us-east-1"
        #expect(await refused(SetRequest(secret)) == .usage)
        bench.stores.secrets["s"]?.state.primaryRegion = nil
        bench.stores.secrets["s"]?.state.isBeingDeleted = true
        #expect(await refused(SetRequest(secret)) == .failed)
        bench.stores.secrets["s"]?.state.isBeingDeleted = false
        bench.stores.secrets["s"]?.state.labels["v-3"] = ["AWSPENDING"]
        #expect(await refused(SetRequest(secret)) == .tryAgain)
        let plan = try await bench.plan(SetRequest(secret, clearsPending: true))
        #expect(plan.opening.first?.action == .keepPendingVersion)
        #expect(bench.stores.writes == 0)
    }
}
