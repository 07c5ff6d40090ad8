import ConsoleViewModels
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("Planning a new value")
struct PlanFlowTests {
    private let secret = Reference.secret(name: "payments/db")

    @Test("r asks whether both values work, and nothing goes out before the button")
    func wish() {
        var session = Session()
        session.run("sec db")
        session.answerLoads()
        session.press("r")
        #expect(session.shows("Plan a new value for secret:payments/db"))
        #expect(session.takeEffects().isEmpty)
        // Undeclared is refused: enter alone goes through every field and back to the first.
        session.press(.enter, .enter, .enter, .enter, .enter, .enter, .enter)
        #expect(session.shows("say whether both values work side by side"))
        #expect(session.takeEffects().isEmpty)
        session.press("1", .enter, .enter)
        session.press(.control("u"))
        session.type("24")
        session.press(.enter)
        session.type("/password")
        session.press(.enter, .enter)
        session.type("it was pasted")
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        session.press(.enter)
        let wish = PlanWish.rotate(
            PlanWish.Rotation(
                subject: .secret(name: "payments/db", pointer: "/password"), overlaps: true,
                recipe: .generated(length: 24), hook: nil, note: "it was pasted"))
        #expect(session.takeEffects() == [.makePlan(wish)])
        #expect(session.shows("planning 0 calls"))
        session.press("r")
        #expect(session.shows("a plan is being made already"))
        session.send(.planMade(id: "p-7f3a0001", wish, unseen: ["lambda:GetPolicy was denied"]))
        #expect(session.takeEffects() == [.ask(.planSheet("p-7f3a0001"), again: false)])
        #expect(session.shows("not seen: lambda:GetPolicy was denied") && session.shows("Plan p-7f3a0001"))
    }

    @Test("esc leaves the questions, and a wrong length says so where it stands")
    func leave() {
        var session = Session()
        session.run("rotate secret:payments/db")
        session.press("2", .enter, .enter, .control("u"))
        session.type("7")
        session.press(.enter, .enter, .enter, .enter, .enter)
        #expect(session.shows("8 to 4096 characters"))
        session.press(.escape)
        #expect(session.shows("nothing was changed") && session.takeEffects().isEmpty)
    }

    @Test("ctrl-o turns to the options: how the value is made, the waves, the checks, who is left out")
    func options() {
        var session = Session()
        session.run("rotate secret:payments/db")
        session.press("1", .enter, "4", .control("o"))
        #expect(session.shows("Generated of") && session.shows("Canary") && !session.shows("Both values"))
        session.press("2", .enter)
        session.type("O0l1")
        let answers = [
            ("Canary", "10%"), ("Each wave", "5"), ("At once", "3"), ("First share", "25"), ("May fail", "2"),
            ("Calls/second", "4"), ("Invoke with", "{}=>{\"ok\":true}"), ("CloudWatch", "5"), ("Command", "./smoke"),
            ("Leave out", "one, two"), ("Include", "three")
        ]
        for (label, answer) in answers {
            session.press(.enter)
            #expect(session.shows(label))
            session.press(.control("u"))
            session.type(answer)
        }
        session.press(.enter, "2", .enter, "2", .enter)
        #expect(session.takeEffects().isEmpty)
        session.press(.enter)
        var rollout = PlanWish.Rollout()
        rollout.canary = "10%"
        rollout.wave = 5
        rollout.parallel = 3
        rollout.weight = 25
        rollout.keepGoing = 2
        rollout.requestsPerSecond = 4
        rollout.checks = ["invoke={}=>{\"ok\":true}", "errors=5m", "command=./smoke"]
        rollout.excluded = ["one", "two"]
        rollout.included = ["three"]
        rollout.stacks = .deployed
        rollout.clearsPending = true
        #expect(
            session.takeEffects() == [
                .makePlan(
                    .rotate(
                        PlanWish.Rotation(
                            subject: .secret(name: "payments/db"), overlaps: true,
                            recipe: .generated(
                                length: 32, excludesPunctuation: true, excluded: "O0l1", isByService: true),
                            hook: nil, note: nil, rollout: rollout)))
            ])
    }

    @Test("a wrong option says so where it stands, and a cutover has neither waves nor shares")
    func wrongOptions() {
        var session = Session()
        session.run("rotate secret:payments/db")
        session.press("2", .control("o"))
        #expect(!session.shows("Each wave") && session.shows("Calls/second"))
        session.press(.control("o"), "1", .control("o"), .tab, .tab, .control("u"))
        session.type("200%")
        // Back on the first page and on to the button: what is wrong on the other page is shown.
        session.press(.control("o"), .backTab, .backTab, .enter)
        #expect(session.shows("a share from 1% to 100%") && session.shows("Each wave"))
        #expect(session.takeEffects().isEmpty)
        session.press(.escape)
        session.run("rotate secret:payments/db")
        session.press("1", .enter, "3", .enter, .enter, .enter, .enter, .enter, .enter)
        #expect(session.shows("say the pattern"))
        session.type("pk_[0-9]{20}")
        session.press(.enter, .enter, .enter, .enter, .enter)
        let wish = PlanWish.rotate(
            PlanWish.Rotation(
                subject: secret, overlaps: true, recipe: .patterned("pk_[0-9]{20}"), hook: nil, note: nil))
        #expect(session.takeEffects() == [.makePlan(wish)])
    }

    @Test("functions that start anew have their waves and checks too")
    func redeployOptions() {
        var session = Session()
        session.run("redeploy payments-api")
        session.press(.control("o"))
        #expect(session.shows("Canary") && !session.shows("Stacks"))
        session.press(.control("u"))
        session.type("2")
        session.press(.control("o"), .tab, .enter)
        var rollout = PlanWish.Rollout()
        rollout.canary = "2"
        #expect(session.takeEffects() == [.makePlan(.redeploy(["payments-api"], note: nil, rollout: rollout))])
    }

    @Test("a variable that names a secret plans for the secret, a literal for itself, functions for a new start")
    func subjects() {
        var session = Session()
        session.openPassword()
        session.press("r")
        #expect(session.shows("Plan a new value for env:payments-api/DB_PASSWORD"))
        session.press(.escape, "j", "j", "r")
        #expect(session.shows("Plan a new value for secret:payments/db"))
        session.press(.escape)
        session.run("fn")
        session.press(" ", " ", "r")
        #expect(session.shows("start 2 functions anew"))
        session.press(.enter)
        #expect(session.shows("nothing was changed"))
        session.press("r", .tab, .enter)
        #expect(session.takeEffects() == [.makePlan(.redeploy(["paygate-settle", "catalogue-search"], note: nil))])
    }

    @Test(
        "read-only and share mode refuse and say why, and a key has no value to rotate",
        arguments: [("ro on", "read-only mode"), ("share on", "share mode")])
    func refused(command: String, words: String) {
        var session = Session()
        session.showPlan()
        session.run(command)
        session.press("p")
        #expect(session.shows("nothing is changed in \(words)"))
        session.run("sec")
        session.answerLoads()
        session.press("r")
        #expect(session.shows("nothing is changed in \(words)"))
        for line in ["rotate secret:payments/db", "redeploy payments-api", "apply p-7f3a0001"] {
            session.run(line)
            #expect(session.shows("nothing is changed in \(words)"), "\(line)")
        }
        #expect(
            session.takeEffects().allSatisfy { effect in
                switch effect {
                case .makePlan, .runPlan: false
                default: true
                }
            })
    }

    @Test("a KMS key says what to do instead")
    func key() {
        var session = Session()
        session.run("kms")
        session.answerLoads()
        session.press("r")
        #expect(session.shows("a KMS key has no value to rotate here"))
    }

    @Test("who types is not interrupted by a plan that is made, and one that fails says why")
    func meanwhile() {
        var session = Session()
        session.run("redeploy payments-api")
        session.press(.tab, .enter)
        let wish = PlanWish.redeploy(["payments-api"], note: nil)
        session.press("/")
        session.type("pay")
        session.send(.planMade(id: "p-7f3a0001", wish, unseen: []))
        #expect(session.shows("plan p-7f3a0001 is made: :plans opens it") && session.shows("/pay"))
        session.press(.enter)
        session.run("redeploy payments-api")
        session.press(.tab, .enter)
        session.send(.planFailed(wish, Problem(.throttled, "payments-api is being updated", advice: "try again")))
        #expect(session.shows("no plan: payments-api is being updated. try again"))
        session.press("r")
        #expect(session.shows("start payments-api anew") || session.shows("Plan to start"))
    }

    @Test("answers that led to no plan stand there again, and are offered again on the same thing")
    func putRight() {
        var session = Session()
        session.run("rotate secret:payments/db")
        session.press("1", .enter, .enter, .enter)
        session.type("/nope")
        session.press(.enter)
        session.type("hooks/db")
        session.press(.enter, .enter, .enter)
        let wish = PlanWish.rotate(
            PlanWish.Rotation(
                subject: .secret(name: "payments/db", pointer: "/nope"), overlaps: true,
                recipe: .generated(length: 32), hook: "hooks/db", note: nil))
        #expect(session.takeEffects() == [.makePlan(wish)])
        session.send(.planFailed(wish, Problem(.other, "version 2 is pending")))
        #expect(session.shows("version 2 is pending") && session.shows("/nope") && session.shows("hooks/db"))
        // Whoever has turned to something else is not interrupted, and finds the answers later.
        session.press(.enter)
        #expect(session.takeEffects() == [.makePlan(wish)])
        session.run("sec")
        session.send(.planFailed(wish, Problem(.other, "version 2 is pending")))
        #expect(session.shows("version 2 is pending") && !session.shows("hooks/db"))
        session.run("rotate secret:other/db")
        #expect(session.shows("secret:other/db") && !session.shows("hooks/db"))
        session.press(.escape)
        session.run("rotate secret:payments/db")
        #expect(session.shows("hooks/db"))
        session.press(.escape)
        session.run("rotate secret:payments/db")
        #expect(!session.shows("hooks/db"))
    }

    @Test("a reason that is too short says so where it stands")
    func shortReason() {
        var session = Session()
        session.run("rotate secret:payments/db")
        session.press("1", .enter, .enter, .enter, .enter, .enter)
        session.type("x")
        session.press(.enter, .enter)
        #expect(session.shows("the reason is too short: at least") && session.takeEffects().isEmpty)
        session.type("yz, it was pasted")
        session.press(.enter, .enter)
        #expect(session.takeEffects().count == 1)
    }
}
