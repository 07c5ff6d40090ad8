import Inventory
import Operations
import Testing

@Suite("A value's way to another store")
struct MoveTests {
    @Test("the plan has the whole way, in order, and is read from its file as it was written")
    func steps() async throws {
        let plan = try await Bench(.moveVariable).plan
        #expect(
            plan.steps.map(\.action) == [
                .createParameter, .grantAccess, .updateEnvironment, .awaitUpdate, .publishVersion, .awaitVersion,
                .weighAlias, .pointAlias, .awaitCode, .checkUnread, .confirmRemoval, .removeVariables, .releaseRemoval
            ])
        #expect(try Plan(json: plan.json) == plan)
        #expect(plan.removedName == "API_KEY")
        #expect(!String(decoding: plan.json, as: UTF8.self).contains("c4nary"))
    }

    @Test("the grant is the one action on the one resource")
    func grant() async throws {
        let variable = try await Bench(.moveVariable).plan.move
        #expect(
            variable?.grants.map(\.document) == [
                #"{"Statement":[{"Action":"ssm:GetParameter","Effect":"Allow","#
                    + #""Resource":"arn:aws:ssm:eu-west-1:111122223333:parameter/moved"}],"Version":"2012-10-17"}"#
            ])
        let parameter = try await Bench(.moveParameter).plan.move
        #expect(parameter?.grants.first?.document.contains("secretsmanager:GetSecretValue") == true)
        #expect(parameter?.grants.first?.document.contains("secret:prod/key-??????") == true)
        #expect(parameter?.monthlyBefore == 0 && parameter?.monthlyAfter == AWSFact.secretMonth.value)
    }

    @Test("it waits for the code, then for the typed name, each by its own word", arguments: [Scenario.moveVariable])
    func waits(_ scenario: Scenario) async throws {
        let bench = try await Bench(scenario)
        func state() throws -> PlanStatus { PlanStatus(bench.plan, try bench.progress, isRunning: false) }
        guard case .stopped(let failure, _) = try await bench.run(.apply, says: []) else {
            Issue.record("it did not wait")
            return
        }
        #expect(failure.kind == .stoppedHalfway && failure.message.contains("--done"))
        #expect(try state().state == .waiting && state().step?.action == .awaitCode)
        // Both places exist.
        let function = try #require(bench.aws.account.functions["relay"])
        #expect(function.latest.variables["API_KEY"] == "c4nary-old")
        #expect(bench.aws.account.parameters["/moved"]?.versions.last?.value == "c4nary-old")
        _ = try await bench.run(.resume, says: [.remove("API_KEY"), .unseen])
        #expect(try state().step?.action == .awaitCode, "no other word takes its place")
        _ = try await bench.run(.resume, says: [.done])
        #expect(try state().step?.action == .checkUnread, "nobody can be asked here, and --unseen was not said")
        _ = try await bench.run(.resume, says: [.unseen])
        #expect(try state().state == .waiting && state().step?.action == .confirmRemoval)
        for name in ["api_key", "API_KEY ", ""] {
            _ = try await bench.run(.resume, says: [.remove(name)])
            #expect(try state().step?.action == .confirmRemoval)
        }
        #expect(bench.aws.account.functions["relay"]?.latest.variables["API_KEY"] != nil)
        #expect(try await bench.run(.resume, says: [.remove("API_KEY")]) == .finished(problems: []))
        #expect(EndState.new.faults(bench) == [])
    }

    @Test("a value that was written since, in either place, stops it before anything goes")
    func drift() async throws {
        for isOld in [true, false] {
            let bench = try await Bench(.moveVariable)
            _ = try await bench.run(.apply, says: [])
            bench.aws.change { account in
                if isOld {
                    account.functions["relay"]?.latest.variables["API_KEY"] = "c4nary-newer"
                } else {
                    account.parameters["/moved"]?.versions = [.init(value: "c4nary-newer", type: "SecureString")]
                }
            }
            _ = try await bench.run(.resume, says: [.done, .unseen, .remove("API_KEY")])
            let status = PlanStatus(bench.plan, try bench.progress, isRunning: false)
            #expect(status.step?.action == .checkUnread)
            #expect(bench.aws.account.functions["relay"]?.latest.variables["API_KEY"] != nil)
            #expect(try bench.faultsOnDisk() == [])
        }
    }

    @Test("the replicas of a secret go before it, and come back with it")
    func replicas() async throws {
        var account = Scenario.moveParameter.account
        account.parameters = [:]
        var secret = FakeSecret()
        secret.versions["v-now"] = .init(value: "c4nary-old", labels: ["AWSCURRENT"])
        secret.replicas = ["us-east-1"]
        account.secrets["prod/key"] = secret
        var bridge = FakeFunction(way: .secret("prod/key", field: nil))
        bridge.role = "arn:aws:iam::111122223333:role/bridge-role"
        bridge.latest.variables = ["KEY_SECRET": "prod/key"]
        bridge.versions = [.init(configuration: bridge.latest, description: "release 1", revision: "r-v1")]
        bridge.aliases["live"] = .init(version: "1", revision: "r-alias")
        account.functions["bridge"] = bridge
        let bench = try await Bench(
            .moveParameter, account: account,
            move: MoveRequest(
                [.secret(name: "prod/key")], to: .parameter, name: "/moved", rollout: Rollout(parallel: 1)))
        #expect(bench.plan.closing.suffix(2).map(\.action) == [.changeReplicas, .deleteSecret])
        let says: Set<Operations.Confirmation> = [.done, .unseen, .remove("prod/key")]
        #expect(try await bench.run(.apply, says: says) == .finished(problems: []))
        #expect(bench.aws.account.secrets["prod/key"]?.settings.isDeleted == true)
        #expect(bench.aws.account.secrets["prod/key"]?.replicas == [])
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(bench.aws.account.secrets["prod/key"]?.settings.isDeleted == false)
        #expect(bench.aws.account.secrets["prod/key"]?.replicas == ["us-east-1"])
        #expect(bench.aws.account.parameters["/moved"] == nil)
    }

    @Test("a parameter that is still read stays; when CloudTrail shows nobody since, its name is asked for")
    func readers() async throws {
        let bench = try await Bench(.moveParameter)
        _ = try await bench.run(.apply, says: [])
        func words(_ reads: FakeReads) async throws -> (StepAction?, String) {
            _ = try await bench.run(.resume, reads: reads, says: [.done])
            let status = PlanStatus(bench.plan, try bench.progress, isRunning: false)
            return (status.step?.action, status.needsPerson.first?.words ?? "")
        }
        let role = Reference.role(name: "bridge-role")
        let still = try await words(FakeReads([.parameter(name: "/prod/key"): role]))
        #expect(still.0 == .checkUnread)
        #expect(still.1.contains("param:/prod/key is still read, last by role:bridge-role"))
        let blind = try await words(FakeReads([:], gaps: ["CloudTrail says AccessDenied"]))
        #expect(blind.0 == .checkUnread && blind.1.contains("AccessDenied"))
        #expect(bench.aws.account.parameters["/prod/key"] != nil)
        #expect(try await words(FakeReads([:])).0 == .confirmRemoval)
        #expect(try await bench.run(.resume, says: [.remove("/prod/key")]) == .finished(problems: []))
        #expect(bench.aws.account.parameters["/prod/key"] == nil)
    }

    @Test("a variable goes only when its function's role was seen reading the new place")
    func newReaders() async throws {
        let bench = try await Bench(.moveVariable)
        _ = try await bench.run(.apply, says: [])
        func action(_ reads: FakeReads) async throws -> StepAction? {
            _ = try await bench.run(.resume, reads: reads, says: [.done])
            return PlanStatus(bench.plan, try bench.progress, isRunning: false).step?.action
        }
        #expect(try await action(FakeReads([:])) == .checkUnread)
        let place = Reference.parameter(name: "/moved")
        #expect(try await action(FakeReads([place: .role(name: "somebody")])) == .checkUnread)
        #expect(try await action(FakeReads([place: .role(name: "relay-role")])) == .confirmRemoval)
    }

    @Test(
        "KMS's 4,096 bytes and a parameter's, at their edges, before anything is begun",
        arguments: [(4_096, true), (4_097, false)])
    func limits(count: Int, fits: Bool) async throws {
        let bench = try await Bench(.moveVariable)
        bench.aws.change { account in
            account.functions["relay"]?.latest.variables["API_KEY"] = String(repeating: "x", count: count)
        }
        let end = try await bench.run(.apply, says: [])
        #expect(try bench.progress.isBegun == fits)
        #expect((bench.aws.account.parameters["/moved"] != nil) == fits)
        guard !fits, case .stopped(let failure, _) = end else { return }
        #expect(failure.kind == .usage && failure.message.contains("4096"))
    }

    @Test(
        "4,096 bytes of environment, at their edge: nothing is sent that AWS would refuse with the whole map",
        arguments: [0, 1])
    func environment(over: Int) async throws {
        let bench = try await Bench(.moveVariable)
        // AWS counts the map as compact JSON: 6 bytes a variable besides its name and value, and 1.
        let others = [
            ("API_KEY", "c4nary-old"), ("LOG_LEVEL", "INFO"), ("API_KEY_PARAMETER", "/moved"),
            (FunctionLane.marker, bench.plan.id.text), ("FILLER", "")
        ]
        let taken = others.reduce(1) { $0 + 6 + $1.0.utf8.count + $1.1.utf8.count }
        let filler = String(repeating: "x", count: 4_096 + over - taken)
        bench.aws.change { account in
            account.functions["relay"]?.latest.variables["FILLER"] = filler
            account.functions["relay"]?.versions[0].configuration.variables["FILLER"] = filler
        }
        _ = try await bench.run(.apply, says: [])
        let status = PlanStatus(bench.plan, try bench.progress, isRunning: false)
        #expect((status.step?.action == .awaitCode) == (over == 0))
        #expect(bench.aws.calls.contains("lambda:UpdateFunctionConfiguration") == (over == 0))
        guard over > 0 else { return }
        #expect(status.failed.first?.words.contains("4096 bytes") == true)
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(bench.aws.account.parameters["/moved"] == nil)
    }

    @Test("every language and every form of the grant has its text, with the variable and the resource in it")
    func guide() async throws {
        let plan = try await Bench(.moveVariable).plan
        for destination in PlannedMove.Destination.allCases {
            var moved = plan
            let move = try #require(plan.move)
            moved.move = PlannedMove(
                destination: destination, place: move.place, key: nil, grants: move.grants, appliesGrants: true,
                removals: [], languages: [], monthlyBefore: 0, monthlyAfter: 0)
            let guide = try #require(MoveGuide(moved))
            #expect(guide.languages == CodeLanguage.allCases)
            for language in CodeLanguage.allCases {
                let text = guide.code(language).joined(separator: "\n")
                #expect(text.contains("API_KEY_PARAMETER"), "\(destination) \(language)")
                let hasPowertools = text.contains("Powertools for AWS Lambda")
                let isStore = destination == .parameter || destination == .secret
                #expect(hasPowertools == (isStore && language != .go), "\(destination) \(language)")
            }
            for form in MoveGuide.GrantForm.allCases {
                let text = guide.grants(form).joined(separator: "\n")
                #expect(text.contains("ssm:GetParameter") && text.contains("parameter/moved"))
            }
        }
        #expect(MoveGuide(try await Bench(.variable).plan) == nil)
    }
}
