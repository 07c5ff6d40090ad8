import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

@Suite("Findings, costs and where a secret could live")
struct FindingFlowTests {
    private static func opened(_ line: String = "check") -> Session {
        var session = Session(columns: 120, rows: 60)
        session.run(line)
        return session
    }

    @Test("check asks once, shows each with its fix, and filters by severity")
    func check() throws {
        var session = Self.opened()
        #expect(session.takeEffects() == [.ask(.findings(.low), again: false)])
        #expect(session.shows("asking AWS..."))
        session.send(
            .answered(.findings(.low), .findings(try World.checked().findings, gaps: ["iam:ListRoles was denied"])))
        let all = try World.checked().findings
        #expect(all.contains { $0.rule == .rotationOverdue })
        for finding in all.prefix(4) {
            #expect(session.shows(finding.title), "\(finding.title)")
        }
        #expect(session.shows("fix:") && session.shows("iam:ListRoles was denied"))
        // The first lines are the severities: enter narrows to one and those that are worse.
        session.press("j", .enter)
        #expect(session.model.screen == .report(.findings(.high)))
        session.send(.answered(.findings(.high), .findings(all, gaps: [])))
        let high = all.filter { $0.severity >= .high }
        #expect(session.shows("\(high.count) of \(all.count)"))
        session.run("check nonsense")
        #expect(session.shows("severities are low, medium, high, critical"))
    }

    @Test("enter opens the thing of a finding; enter on a fix that is a rotation begins one")
    func opens() throws {
        var session = Self.opened()
        session.send(.answered(.findings(.low), .findings(try World.checked().findings, gaps: [])))
        let report = try #require(session.model.report(.findings(.low)))
        let overdue = try #require(
            report.items.firstIndex {
                $0.link == .rotate(.secret(name: "payments/db"))
            })
        while session.model.report(.findings(.low))?.cursor != overdue { session.press("j") }
        session.press(.enter)
        #expect(session.shows("Plan a new value for secret:payments/db"))
        session.press(.escape, "k", .enter)
        #expect(session.model.screen == .detail(.secret(name: "payments/db")))
    }

    private static func drifted(_ rule: DriftRule, _ plan: FollowingPlan?) -> ConsoleFlowTests.Session {
        var session = opened("drift")
        let row = DriftRow(
            reference: .variable(function: "payments-api", name: "STRIPE_KEY"), source: .secret(name: "payments/db"),
            holds: .unknown, rule: rule, since: World.now, why: "it was read before", fix: plan?.command ?? "by hand",
            plan: plan)
        session.send(.answered(.drift, .drift([row], gaps: [])))
        session.press("j", "j", .enter)
        return session
    }

    @Test("a fix of a drift begins the plan that mends it: a new start, a stack, another value; without one nothing")
    func drift() {
        let restarted = Self.drifted(.warmCache, .redeploy("payments-api"))
        #expect(restarted.shows("Plan to start payments-api anew"))
        var resolved = Self.drifted(.resolvedBefore, .resolveAnew("payments-api"))
        #expect(resolved.takeEffects().contains(.makePlan(.follow(.resolveAnew(.function(name: "payments-api"))))))
        let copied = Self.drifted(.copied, .set("payments-api", "STRIPE_KEY"))
        #expect(copied.shows("env:payments-api/STRIPE_KEY") && copied.shows("New value"), "\(copied.screen)")
        var pinned = Self.drifted(.pinned, nil)
        #expect(pinned.takeEffects().allSatisfy { if case .makePlan = $0 { false } else { true } })
    }

    @Test("costs have their sum, what could be saved and how near each limit is")
    func cost() throws {
        var session = Self.opened("cost")
        #expect(session.takeEffects() == [.ask(.cost, again: false)])
        session.send(.answered(.cost, .cost(try World.checked().cost, gaps: [])))
        for words in ["a month, prices as of", "LIMITS", "98%", "NOT IN THE SUM"] {
            #expect(session.shows(words), "\(words)")
        }
    }

    @Test(
        "the four stores stand beside each other, with the thing in its own",
        arguments: ["secret:payments/db", "param:/pay/fx/token", "env:payments-api/STRIPE_KEY"])
    func stores(reference: String) {
        var session = Session(columns: 200, rows: 50)
        for list in ["sec", "ssm", "fn"] {
            session.run(list)
            session.answerLoads()
        }
        session.run("stores \(reference)")
        session.answerLoads()
        session.press("f")
        for words in [
            "environment variable", "Parameter Store", "Secrets Manager", "KMS ciphertext", "it is here", "ease"
        ] {
            #expect(session.shows(words), "\(words)")
        }
        session.run("stores key:alias/payments")
        #expect(session.shows("say which: a secret, a parameter or a variable"))
    }
}
