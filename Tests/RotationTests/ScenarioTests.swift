import Inventory
import Operations
import Synchronization
import Testing

@Suite("Each kind of rotation, there and back")
struct ScenarioTests {
    @Test("it reaches the new state, and the old one again", arguments: Scenario.allCases)
    func thereAndBack(_ scenario: Scenario) async throws {
        let bench = try await Bench(scenario)
        let end = try await bench.run(.apply)
        #expect(end == .finished(problems: []))
        #expect(EndState.new.faults(bench) == [])
        #expect(try bench.faultsOnDisk() == [])
        guard scenario != .rotation, scenario != .deleteParameter, scenario != .key else { return }
        let back = try await bench.run(.rollback)
        #expect(back == .rolledBack(problems: []))
        #expect(EndState.old.faults(bench) == [])
        #expect(try bench.faultsOnDisk() == [])
    }

    @Test("what a hook has undone may show late: that it is waited for is told, and can be stopped")
    func lateUndo() async throws {
        let bench = try await Bench(.secret)
        #expect(try await bench.run(.apply) == .finished(problems: []))
        bench.before.target.undoTakes(9)
        let told = Mutex<[String]>([])
        let stop = StopSignal()
        let end = try await bench.run(.rollback, stop: stop) { event in
            guard case .waits(let step, .back, let words) = event, step.action == .setTarget else { return }
            let count = told.withLock {
                $0.append(words)
                return $0.count
            }
            if count == 2 { stop.stop() }
        }
        guard case .stopped(let failure, _) = end else {
            Issue.record("it did not stop: \(end)")
            return
        }
        #expect(failure.kind == .interrupted)
        #expect(told.withLock { $0 } == Array(repeating: "the target system still takes the new value", count: 2))
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(EndState.old.faults(bench) == [])
    }

    @Test("while a function may live on a copy of the new value the target system goes on taking it")
    func copyLeft() async throws {
        let bench = try await Bench(.secret)
        #expect(try await bench.run(.apply) == .finished(problems: []))
        let served = try #require(bench.aws.account.functions["api"]?.aliases["live"]?.version)
        bench.aws.change { account in
            guard let last = account.functions["api"]?.versions.last else { return }
            account.functions["api"]?.versions.append(last)
            account.functions["api"]?.aliases["live"]?.version = String((Int(served) ?? 0) + 1)
            account.functions["api"]?.aliases["live"]?.revision = "r-somebody"
        }
        guard case .stopped(let failure, let problems) = try await bench.run(.rollback) else {
            Issue.record("it went all the way back")
            return
        }
        #expect(failure.message.contains("may still use it") && problems.map(\.result) == [.needsPerson])
        let account = bench.aws.account
        let api = try #require(account.functions["api"])
        #expect(api.serving.allSatisfy { account.works(api, $0) })
        #expect(PlanStatus(bench.plan, try bench.progress, isRunning: false).needsPerson.count == 1)
        bench.aws.change { $0.functions["api"]?.aliases["live"]?.version = served }
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(EndState.old.faults(bench) == [])
    }

    @Test("the old value is let go, and no way leads back", arguments: Scenario.rotations)
    func retired(_ scenario: Scenario) async throws {
        let bench = try await Bench(scenario)
        await #expect(throws: OperationFailure.self) { try await bench.retirement() }
        #expect(try await bench.run(.apply) == .finished(problems: []))
        #expect(Set(try await bench.retirement().steps.map(\.action)) == scenario.retires)
        #expect(try await bench.run(.retire) == .retired)
        #expect(EndState.retired.faults(bench) == [])
        #expect(try bench.faultsOnDisk() == [])
        #expect(try bench.progress.end == .retired)
    }

    @Test("a function with an alias takes four calls out of the shared quota, and a moved alias is seen all the same")
    func fourCalls() async throws {
        var account = Scenario.secret.account
        account.functions = account.functions.filter { $0.key == "api" }
        let bench = try await Bench(.secret, account: account)
        let planned = bench.aws.calls.count
        #expect(try await bench.run(.apply) == .finished(problems: []))
        let shared = bench.aws.calls.dropFirst(planned).filter {
            $0.hasPrefix("lambda:") && !["lambda:GetFunction", "lambda:Invoke"].contains($0)
        }
        #expect(
            shared == [
                "lambda:UpdateFunctionConfiguration", "lambda:PublishVersion", "lambda:UpdateAlias",
                "lambda:UpdateAlias"
            ])
        let estimate = bench.plan.estimate
        #expect(estimate.sharedCalls == 4)

        let moved = try await Bench(.secret, account: account)
        let end = try await moved.run(.apply, stopBehind: .awaitVersion)
        guard case .stopped = end else {
            Issue.record("it did not stop: \(end)")
            return
        }
        moved.aws.change { $0.functions["api"]?.aliases["live"]?.revision = "r-somebody" }
        moved.aws.change { $0.functions["api"]?.aliases["live"]?.weights = ["1": 0.5] }
        _ = try await moved.run(.resume)
        #expect(moved.aws.account.functions["api"]?.aliases["live"]?.weights == ["1": 0.5])
        #expect(moved.aws.account.functions["api"]?.aliases["live"]?.version == "1")
    }

    @Test("a secret that another service owns is rotated by it, never put, and its replicas are awaited")
    func owned() async throws {
        var account = Scenario.rotation.account
        account.secrets["prod/pin"]?.owner = "rds"
        account.secrets["prod/pin"]?.replicas = ["us-east-1"]
        let bench = try await Bench(.rotation, account: account)
        #expect(bench.plan.opening.map(\.action) == [.startRotation, .awaitRotation, .awaitReplicas])
        #expect(bench.plan.cannotUndo.contains { $0.contains("rds changes the target system") })
        #expect(try await bench.run(.apply) == .finished(problems: []))
        #expect(!bench.aws.calls.contains("secretsmanager:PutSecretValue"))
        #expect(bench.aws.calls.count { $0 == "secretsmanager:RotateSecret" } == 1)
        #expect(bench.aws.account.secrets["prod/pin"]?.current == "rds-made")
        #expect(try bench.faultsOnDisk() == [])
    }

    @Test("a copy older than all that the secret gives out is known by where it stood, under that name only")
    func olderCopy() async throws {
        var account = Scenario.secret.account
        var former = FakeFunction.Configuration()
        former.variables = ["DB_PASSWORD": "c4nary-ancient"]
        account.functions["api"]?.versions.insert(
            .init(configuration: former, description: "release 0", revision: "r-v0"), at: 0)
        account.functions["api"]?.aliases["live"]?.version = "2"
        account.functions["late"] = FakeFunction(
            way: .variable("DB_PASSWORD"),
            latest: .init(variables: ["DB_PASSWORD": "c4nary-ancient", "OTHER": "c4nary-ancient"]))
        account.functions["else"] = FakeFunction(
            way: .variable("OTHER"), latest: .init(variables: ["OTHER": "c4nary-ancient"]))
        let plan = try await Bench(.secret, account: account).plan
        let lane = plan.lanes.first { $0.function == "late" }
        #expect(lane?.changes == [.init(variable: "DB_PASSWORD", pointer: "/password")])
        #expect(!plan.lanes.contains { $0.function == "else" })
        #expect(
            plan.holders.contains {
                $0.reference == .variable(function: "late", name: "DB_PASSWORD") && $0.holds == "older"
            })
    }

    @Test("a stack update that would touch anything else is refused before anything is changed")
    func alsoTouched() async throws {
        var account = Scenario.stack.account
        account.stacks["pay"]?.alsoTouched = "Ledger"
        let bench = try await Bench(.stack, account: account)
        #expect(bench.plan.opening.map(\.action).first == .proposeStackUpdate)
        let end = try await bench.run(.apply)
        guard case .stopped(let failure, _) = end else {
            Issue.record("it did not stop: \(end)")
            return
        }
        #expect(failure.message.contains("would also touch Ledger (Modify AWS::DynamoDB::Table)"))
        #expect(EndState.old.faults(bench) == [])
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(bench.aws.account.stacks["pay"]?.sets.isEmpty == true)
    }

    @Test("an alias that the stack itself has moved to a version of its own is checked and left there")
    func publishedByTheStack() async throws {
        var account = Scenario.stack.account
        account.stacks["pay"]?.publishes = true
        let bench = try await Bench(.stack, account: account)
        #expect(try await bench.run(.apply) == .finished(problems: []))
        let function = bench.aws.account.functions["pay"]
        #expect(function?.aliases["live"]?.version == "2" && function?.aliases["live"]?.weights == [:])
        #expect(function?.versions.count == 2)  // nothing was published a second time
        #expect(EndState.new.faults(bench) == [])
        let progress = try bench.progress
        #expect(progress[StepKey(.invokeVersion, .function(name: "pay")), .forward].result == .done)
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        let served = bench.aws.account.functions["pay"]?.serving.first
        #expect(served?.variables["DB_PASSWORD"] == "c4nary-old")
    }

    @Test(
        "a template in YAML, one that is too large, and one whose function has no variables are told before the plan is made"
    )
    func obstacles() async throws {
        func plan(_ change: (inout FakeStack) -> Void) async throws -> Plan {
            var account = Scenario.stack.account
            account.functions["reader"] = Scenario.secret.account.functions["reader"]
            if let stack = account.stacks["pay"] {
                var stack = stack
                change(&stack)
                account.stacks["pay"] = stack
            }
            return try await Bench(.stack, account: account) { $0.stored = [] }.plan
        }
        let yaml = try await plan { $0.template = FakeStack.yaml }
        #expect(yaml.leftOut == [] && yaml.lanes.count == 3)
        for (words, change) in [
            (
                "a call may have 51200",
                { (stack: inout FakeStack) in stack.template += String(repeating: " ", count: 52_000) }
            ),
            ("no variables for Pay", { $0.template = #"{"Resources":{"Pay":{},"Dispute":{}}}"# }),
            (
                "Resources.Pay.Properties.Environment.Variables",
                { $0.template = "Resources:\n  Pay: {}\n  Dispute: {}\n" }
            )
        ] {
            let plan = try await plan(change)
            #expect(plan.lanes.map(\.function) == ["reader"], "\(words)")
            #expect(
                plan.leftOut.contains { $0.why.contains(words) && $0.why.contains("your own pipeline") }, "\(words)")
        }
    }

    @Test("a template in YAML gets one line for each function, and is the same byte for byte behind the way back")
    func yaml() async throws {
        var account = Scenario.stack.account
        account.stacks["pay"]?.template = FakeStack.yaml
        let bench = try await Bench(.stack, account: account)
        #expect(try await bench.run(.apply) == .finished(problems: []))
        let lines = bench.aws.account.stacks["pay"]?.template.split(separator: "\n") ?? []
        #expect(lines.filter { $0.contains("CURTAIN_PLAN: \(bench.plan.id)") }.count == 2)
        #expect(lines.count == FakeStack.yaml.split(separator: "\n").count + 2)
        #expect(EndState.new.faults(bench) == [])
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(bench.aws.account.stacks["pay"]?.template == FakeStack.yaml)
        #expect(EndState.old.faults(bench) == [])
    }

    @Test("a template with a parameter for the marker is updated by its value alone, however large it is")
    func markedByParameter() async throws {
        var account = Scenario.stack.account
        let template =
            (account.stacks["pay"]?.template ?? "").replacing(
                #""DB_PASSWORD":"#, with: #""CURTAIN_PLAN":{"Ref":"CurtainPlan"},"DB_PASSWORD":"#)
            + String(repeating: " ", count: 60_000)
        #expect(template.contains(#"{"Ref":"CurtainPlan"}"#))
        account.stacks["pay"]?.template = template
        account.stacks["pay"]?.parameters = ["CurtainPlan": "none", "Stage": "prod"]
        let bench = try await Bench(.stack, account: account)
        #expect(bench.plan.leftOut == [] && bench.plan.opening.first?.action == .proposeStackUpdate)
        let end = try await bench.run(.apply)
        #expect(end == .finished(problems: []), "\(end)")
        #expect(bench.aws.account.stacks["pay"]?.parameters == ["CurtainPlan": bench.plan.id.text, "Stage": "prod"])
        #expect(EndState.new.faults(bench) == [])
        #expect(try await bench.run(.rollback) == .rolledBack(problems: []))
        #expect(bench.aws.account.stacks["pay"]?.parameters == ["CurtainPlan": "none", "Stage": "prod"])
        #expect(bench.aws.account.stacks["pay"]?.template == template)
    }

    @Test("a parameter that reaches none of the functions stops the plan before anything is changed")
    func parameterOfNoUse() async throws {
        var account = Scenario.stack.account
        account.stacks["pay"]?.parameters = ["CurtainPlan": "none"]
        let bench = try await Bench(.stack, account: account)
        guard case .stopped(let failure, _) = try await bench.run(.apply) else {
            Issue.record("it did not stop")
            return
        }
        #expect(failure.message.contains("would not touch"))
        #expect(EndState.old.faults(bench) == [])
    }

    @Test("behind the way back the stack has its own template again, byte for byte")
    func sameTemplate() async throws {
        let bench = try await Bench(.stack)
        _ = try await bench.run(.apply)
        #expect(bench.aws.account.stacks["pay"]?.template.contains(bench.plan.id.text) == true)
        _ = try await bench.run(.rollback)
        #expect(bench.aws.account.stacks["pay"]?.template == bench.before.stacks["pay"]?.template)
    }

    @Test("without being asked, and for a pinned reference, the stack is handed over")
    func handedOver() async throws {
        func plan(_ deploys: Bool, pin: String?) async throws -> Plan {
            var account = Scenario.stack.account
            account.functions["reader"] = Scenario.secret.account.functions["reader"]
            let request = RotationRequest(
                .secret(name: "prod/db", pointer: "/password"), transition: .overlap,
                wishes: RotationWishes(deploysStacks: deploys))
            return try await Bench(.stack, account: account, request: request) { facts in
                facts.stored = []
                facts.stacks = facts.stacks.map { stack in
                    StackFacts(
                        name: stack.name, deployed: nil,
                        uses: stack.uses.map {
                            StackFacts.Use(
                                function: $0.function, variable: $0.variable, source: $0.source, rule: $0.rule,
                                pin: pin, detail: $0.detail)
                        }, members: stack.members, plainValues: [])
                }
            }.plan
        }
        for (deploys, pin, words) in [(false, nil, "--deploy-stacks"), (true, "v-now", "names version v-now")] {
            let plan = try await plan(deploys, pin: pin)
            #expect(plan.lanes.map(\.function) == ["reader"])
            #expect(plan.leftOut.filter { $0.why.contains(words) }.count == 2)
            #expect(!plan.opening.contains { $0.action == .proposeStackUpdate })
        }
    }

    @Test("a function that still uses the old value stops it, before anything is changed")
    func inUse() async throws {
        let bench = try await Bench(.secret)
        #expect(try await bench.run(.apply) == .finished(problems: []))
        bench.aws.change { account in
            account.functions["late"] = FakeFunction(
                way: .variable("DB_PASSWORD"), latest: .init(variables: ["DB_PASSWORD": "c4nary-old"]))
        }
        let places = try await bench.retirement().inUse
        #expect(places.map(\.reference.text) == ["env:late/DB_PASSWORD"])
        let end = try await bench.run(.retire)
        guard case .stopped(let failure, _) = end else {
            Issue.record("it did not stop: \(end)")
            return
        }
        #expect(failure.kind == .tryAgain)
        #expect(bench.aws.account.target.accepts("c4nary-old"))
        #expect(EndState.new.faults(bench).contains { $0.contains("late") })
    }

    @Test("every action is in one of them")
    func complete() async throws {
        var missing = Set(StepAction.allCases)
        for scenario in Scenario.allCases {
            missing.subtract(try await Bench(scenario).plan.steps.map(\.action))
            missing.subtract(scenario.retires)
        }
        #expect(missing.isEmpty)
    }
}
