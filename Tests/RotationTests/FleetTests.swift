import Inventory
import Operations
import RandomSource
import Testing

@Suite("Random fleets")
struct FleetTests {
    /// A fleet of functions that hold the literal or read the secret, some with aliases, stale copies, unreleased changes.
    private static func account(_ random: inout SeededRandom) -> FakeAccount {
        var account = FakeAccount()
        account.target = FakeTarget(["c4nary-old"], overlaps: true)
        var secret = FakeSecret()
        secret.versions = [
            "v-now": .init(value: #"{"username":"u","password":"c4nary-old"}"#, labels: ["AWSCURRENT"])
        ]
        account.secrets["prod/db"] = secret
        for number in 0..<Int.random(in: 1...9, using: &random) {
            let holds = Bool.random(using: &random)
            var function = FakeFunction(way: holds ? .variable("P") : .secret("prod/db", field: "password"))
            function.latest.variables = holds ? ["P": "c4nary-old"] : ["DB": "prod/db"]
            for extra in 0..<Int.random(in: 0...3, using: &random) {
                function.latest.variables["X\(extra)"] = "\(extra)"
            }
            if Bool.random(using: &random) {
                function.versions = [.init(configuration: function.latest, description: "1", revision: "r-v")]
                function.aliases["live"] = .init(version: "1", revision: "r-a")
                if Int.random(in: 0..<4, using: &random) == 0 { function.latest.memory = 512 }
                if Int.random(in: 0..<5, using: &random) == 0 { function.aliases["live"]?.weights = ["1": 0.1] }
            }
            account.functions["f\(number)"] = function
        }
        return account
    }

    @Test(
        "whatever the fleet, what is planned reaches the new state and the old one, and nothing else is touched",
        arguments: 0..<60)
    func thereAndBack(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        let account = Self.account(&random)
        let rollout = Rollout(
            canary: .percent(Int.random(in: 1...100, using: &random)), wave: Int.random(in: 1...5, using: &random),
            parallel: Int.random(in: 1...4, using: &random), checks: [.invoke(payload: "{}", expected: nil)],
            weight: Int.random(in: 0...1, using: &random) * 20)
        let request = RotationRequest(
            .secret(name: "prod/db", pointer: "/password"), transition: .overlap, hook: "h",
            wishes: RotationWishes(rollout: rollout))
        let bench = try await Bench(.stack, account: account, request: request)
        let planned = Set(bench.plan.lanes.map(\.function))
        let left = Set(bench.plan.leftOut.map(\.reference.text))
        for name in account.functions.keys where !planned.contains(name) {
            #expect(left.contains { $0.contains(name) }, "\(name) is neither planned nor named")
        }
        #expect(try await bench.run(.apply) == .finished(problems: []))
        let after = bench.aws.account
        for (name, function) in account.functions {
            let now = try #require(after.functions[name])
            guard planned.contains(name) else {
                #expect(now.latest == function.latest && now.aliases == function.aliases, "\(name) was touched")
                continue
            }
            #expect(now.latest.memory == function.latest.memory)
            #expect(now.serving.allSatisfy { after.works(now, $0) }, "\(name) does not work")
            #expect(!now.serving.contains { $0.variables["P"] == "c4nary-old" }, "\(name) is not new")
        }
        #expect(try bench.faultsOnDisk() == [])
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        let back = bench.aws.account
        for (name, function) in account.functions {
            let now = try #require(back.functions[name])
            #expect(now.aliases.mapValues(\.version) == function.aliases.mapValues(\.version))
            #expect(now.latest.variables["P"] == function.latest.variables["P"])
        }
        #expect(back.secrets["prod/db"]?.current == "v-now")
    }
}

/// A generator whose numbers follow from its seed.
