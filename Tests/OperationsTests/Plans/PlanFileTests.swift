import Inventory
import Operations
import StrictJSON
import Testing

@Suite("Plan as a file")
struct PlanFileTests {
    @Test("a plan is read as it was written")
    func roundTrip() throws {
        for transition in Transition.allCases {
            for checks in [[], [SamplePlan.check], [.errors(minutes: 5), .command("./ok")]] as [[PlanCheck]] {
                let plan = SamplePlan.make(
                    transition: transition, rollout: Rollout(canary: .percent(40), wave: 1, checks: checks))
                #expect(try Plan(json: plan.json) == plan)
            }
        }
    }

    @Test("what a set makes, deletes and configures is read as it was written")
    func change() throws {
        let attributes = ParameterAttributes(type: "SecureString", keyID: "k", policies: "[]", description: "d \"x\"")
        for creates in [NewStore.secret(keyID: nil, description: "d", tags: ["a": "b"]), .parameter(attributes), nil] {
            for field in [PlannedChange.FieldChange.added, .removed, nil] {
                var plan = SamplePlan.make()
                plan.recipe = .unchanged
                plan.change = PlannedChange(
                    creates: creates, settings: [SettingChange(.tags, from: "{}", to: #"{"a":null}"#)],
                    former: field == nil ? attributes : nil, recoveryDays: field == nil ? nil : 7, field: field,
                    acceptsAnyForm: field == .added)
                plan.lanes[0] = SamplePlan.lane(
                    "orders-api",
                    changes: [
                        .init(variable: "A", .text("/a"), isNew: true), .init(variable: "B", .removed),
                        .init(variable: "C", .ciphertext(key: "k", pointer: "/c")), .init(variable: "D", pointer: "/d")
                    ])
                #expect(try Plan(json: plan.json) == plan)
            }
        }
        let text = String(decoding: SamplePlan.make().json, as: UTF8.self)
        #expect(throws: PlanFault.self) {
            try Plan(
                json: Array(text.replacing(#""functions""#, with: #""change":{"settings":[{}]},"functions""#).utf8))
        }
    }

    @Test("opening and closing are told apart also without functions")
    func withoutFunctions() throws {
        var plan = SamplePlan.make()
        plan.lanes = []
        let read = try Plan(json: plan.json)
        #expect(read.opening.map(\.action) == [.stageSecretVersion, .setTarget, .testTarget, .promoteSecretVersion])
        #expect(read.closing.map(\.action) == [.finishTarget])
    }

    @Test("it has the documented members")
    func members() throws {
        let root = try #require(try? JSONDocument(String(decoding: SamplePlan.make().json, as: UTF8.self)).root)
        for name in [
            "id", "ref", "created", "region", "account", "steps", "holders", "readers", "checks", "cannotUndo", "calls",
            "permissions", "format"
        ] {
            #expect(root[name] != nil, "\(name) is missing")
        }
        let step = try #require(root["steps"]?.elements.dropFirst(4).first { _ in true })
        #expect(step["n"]?.int == 5)
        #expect(step["action"]?.string == "updateEnvironment")
        #expect(step["ref"]?.string == "fn:orders-api")
        #expect(step["wave"]?.int == 1)
        #expect(step["undo"]?.string == "automatic")
        #expect(root["ref"]?.string == "secret:prod/orders/db#/password")
    }

    @Test("what was changed by hand into something else is refused, with its place")
    func refused() {
        let text = String(decoding: SamplePlan.make().json, as: UTF8.self)
        let damages: [(String, String, String)] = [
            (#""format":1"#, #""format":2"#, "format 2"),
            (#""action":"setTarget""#, #""action":"dropTables""#, "steps[1]: action"),
            (#""ref":"fn:orders-job""#, #""ref":"fn:other""#, "steps are not in the order"),
            (#""wave":1,"undo""#, #""wave":2,"undo""#, "steps are not in the order"),
            (#""token":"a1"#, #""token":7,"x":"a1"#, "token is no text"),
            (#""id":"p-0123abcd""#, #""id":"p-0123ABCD""#, "id"),
            (#""canary":"1""#, #""canary":"0""#, "rollout: canary")
        ]
        for (old, new, words) in damages {
            let place = text.firstRange(of: old)
            #expect(place != nil, "\(old) is not there")
            guard let place else { continue }
            let damaged = text.replacingCharacters(in: place, with: new)
            let fault = #expect(throws: PlanFault.self) { try Plan(json: Array(damaged.utf8)) }
            #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "") does not say \(words)")
        }
    }

    @Test("every action is read by its name, and steps of a rollout come and go with it")
    func steps() {
        let plan = SamplePlan.make(rollout: Rollout(checks: [], weight: 0))
        #expect(!plan.steps.contains { $0.action == .invokeVersion || $0.action == .weighAlias })
        let withChecks = plan.steps(in: Rollout(checks: [SamplePlan.check, .errors(minutes: 2)], weight: 20))
        #expect(withChecks.count { $0.action == .invokeVersion } == 3)
        #expect(withChecks.count { $0.action == .weighAlias } == 2)
        #expect(withChecks.filter { $0.action == .checkWave }.compactMap(\.wave) == [1, 2])
        #expect(Set(withChecks.map(\.key)).count == withChecks.count)
    }
}

extension String {
    func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
