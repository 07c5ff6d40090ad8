import ConsoleViewModels
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("Carrying a plan out")
struct RunFlowTests {
    private let id = "p-7f3a0001"

    @Test("the plan is read first; it runs once note and name are typed and the button is pressed")
    func apply() {
        var session = Session(columns: 120, rows: 60)
        session.showPlan()
        for words in [
            "Overlap: both values work", "safe to stop: yes", "WAVE 1", "SecretString=<redacted>", "HOLDS THE VALUE",
            "READS IT AT RUN TIME", "LEFT OUT", "CANNOT BE UNDONE", "errors=5m", "about 31 calls"
        ] {
            #expect(session.shows(words), "\(words)")
        }
        session.press("p")
        #expect(session.shows("Apply p-7f3a0001?"))
        session.type("the key was pasted")
        session.press(.enter)
        session.type("payments/d")
        session.press(.enter, .enter)
        #expect(session.shows("type payments/db to go on, or esc") && session.takeEffects().isEmpty)
        session.type("b")
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        session.press(.enter)
        #expect(
            session.takeEffects().contains(
                .runPlan(PlanOrder(plan: id, command: .apply, note: "the key was pasted"))))
    }

    @Test("a plan can run on its own: it is followed, leaving does not ask, and :stop stops it")
    func detached() {
        var session = Session(columns: 120, rows: 60)
        session.showPlan()
        session.press("p")
        session.type("the key was pasted")
        session.press(.enter)
        session.type("payments/db")
        session.press(.control("o"))
        #expect(session.shows("on its own (detached)"))
        session.press("2", .control("o"), .backTab, .backTab, .enter)
        #expect(
            session.takeEffects().contains(
                .runPlan(PlanOrder(plan: id, command: .apply, note: "the key was pasted", isDetached: true))))
        session.send(
            .planFollowed(
                PlanFollow(
                    id: id, command: .apply, subject: .secret(name: "payments/db"), done: 2, of: 9, began: 0,
                    process: 4711)))
        #expect(session.shows("running in process 4711") && session.shows("plan 2/9"))
        session.run("stop")
        #expect(session.takeEffects().contains(.stopPlan) && session.shows("stopping 2/9"))
        session.run("quit")
        #expect(session.takeEffects().contains(.quit(.asked)))
    }

    @Test("p on a plan in the list goes on with one that stopped, also before it was read")
    func goOn() {
        var session = Session()
        session.run("plans")
        session.send(.answered(.plans, .plans(World.plans)))
        session.press("p")
        #expect(session.takeEffects().contains(.ask(.planSheet("p-7f3a0001"), again: false)))
        session.send(.answered(.planSheet("p-7f3a0001"), .planSheet(World.sheet(.stopped))))
        #expect(session.shows("Resume p-7f3a0001?"))
    }

    @Test("a run says how it is stopped, and no longer that the account is looked at first")
    func hint() {
        var session = Session()
        session.showPlan()
        session.press("p")
        session.type("why")
        session.press(.enter)
        session.type("payments/db")
        session.press(.enter, .enter)
        #expect(session.shows("looking at the account first"))
        session.send(.planFollowed(World.follow))
        #expect(!session.shows("looking at the account first") && session.shows("ctrl-c stops it"))
        session.press(.control("c"))
        #expect(!session.shows("ctrl-c stops it") && session.shows("stopping behind the call"))
    }

    @Test("where no plan runs there is none to stop")
    func nothingToStop() {
        var session = Session()
        session.run("stop")
        #expect(session.shows("no plan is running here") && session.takeEffects().isEmpty)
    }

    @Test("a value is typed twice, is never on the screen, and differing ones are refused")
    func typed() throws {
        var session = Session()
        session.showPlan(World.sheet(asksValue: true))
        session.press("p")
        session.type("why")
        session.press(.enter)
        session.type("CANARY-fake-20")
        #expect(session.shows("********") && !session.shows("CANARY"))
        let short = session.screen
        session.type("-longer")
        #expect(session.screen == short)
        for _ in 0..<7 { session.press(.backspace) }
        session.press(.enter)
        session.paste("CANARY-fake-2\n")
        session.press(.enter)
        session.type("payments/db")
        session.press(.enter, .enter)
        #expect(session.shows("the two are not the same") && session.takeEffects().isEmpty)
        session.type("0")
        session.press(.enter, .enter, .enter)
        let orders = session.takeEffects().compactMap { if case .runPlan(let order) = $0 { order } else { nil } }
        let value = try #require(orders.first?.value)
        #expect(value.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } == "CANARY-fake-20")
        #expect(!session.shows("CANARY"))
    }

    @Test(
        "whatever closes a value wipes one that is being typed",
        arguments: ["X", "esc", "ctrl-c", "idle", "share", "suspend", "leave"])
    func wiped(how: String) throws {
        var session = Session()
        session.showPlan(World.sheet(asksValue: true))
        session.press("p")
        session.type("why")
        session.press(.enter)
        session.type("CANARY-fake-21")
        guard case .form(let form) = session.model.overlay, case .hidden(let text) = form.field(.value)?.content else {
            Issue.record("no form")
            return
        }
        let value = try #require(text.bytes)
        #expect(value.count == 14)
        switch how {
        case "X": session.press(.control("x"))
        case "esc": session.press(.escape)
        case "ctrl-c": session.press(.control("c"))
        case "idle": session.wait(61)
        case "share": session.send(.shareDetected("a recorder"))
        case "suspend": session.send(.willSuspend)
        default: session.send(.leave)
        }
        #expect(value.count == 0)
        #expect(session.model.overlay == .none)
    }

    @Test("it is followed from everywhere; leaving its screen does not stop it")
    func follow() {
        var session = Session(columns: 120, rows: 30)
        session.showPlan()
        session.send(.planFollowed(World.follow))
        #expect(session.model.screen == .report(.plan))
        #expect(session.shows("await update") && session.shows("payments-api is being updated"))
        #expect(session.shows("00:20"))
        session.wait(5)
        #expect(session.shows("00:25"))
        session.press("q", "q", "q")
        session.run("fn")
        #expect(session.buffer.text(row: 0).contains("plan 3/9"))
        #expect(!session.takeEffects().contains(.stopPlan))
        var unsafe = World.follow
        unsafe.safeToStop = false
        session.send(.planFollowed(unsafe))
        #expect(session.buffer.text(row: 0).contains("plan ! 3/9"))
        #expect(session.model.screen == .list(.function))
        session.press("6")
        #expect(session.shows("no, not before the next step is over"))
        session.send(.planFollowed(World.ended(.done)))
        #expect(session.shows("p-7f3a0001 done") && !session.buffer.text(row: 0).contains("plan"))
    }

    @Test("the first ctrl-c stops it, the second leaves at once")
    func interrupt() {
        var session = Session()
        session.showPlan()
        session.send(.planFollowed(World.follow))
        session.run("fn")
        _ = session.takeEffects()
        session.press(.control("c"))
        #expect(session.takeEffects() == [.stopPlan])
        #expect(session.shows("stopping behind the call that is under way"))
        #expect(session.buffer.text(row: 0).contains("stopping 3/9"))
        session.press(.control("c"))
        #expect(session.takeEffects() == [.quit(.abandoned)])
    }

    @Test("Q asks before it leaves a run, and no is the default")
    func quit() {
        var session = Session()
        session.showPlan()
        session.send(.planFollowed(World.follow))
        _ = session.takeEffects()
        session.press("Q")
        #expect(session.shows("Leave while p-7f3a0001 runs?"))
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        session.press("Q", .tab, .enter)
        #expect(session.takeEffects() == [.stopPlan, .quit(.asked)])
    }

    @Test("a lost terminal stops it and asks nobody")
    func lost() {
        var session = Session()
        session.showPlan()
        session.send(.planFollowed(World.follow))
        _ = session.takeEffects()
        session.send(.terminalLost)
        #expect(session.takeEffects() == [.stopPlan, .quit(.terminalLost)])
    }

    @Test("z takes back what was done, once somebody says so")
    func rollBack() {
        var session = Session()
        session.showPlan(state: .done)
        session.press("z")
        #expect(session.shows("Roll back p-7f3a0001?"))
        session.type("the canary failed")
        session.press(.enter)
        session.press(.enter)
        #expect(
            session.takeEffects().contains(
                .runPlan(PlanOrder(plan: id, command: .rollback, note: "the canary failed"))))
        session.send(.planFollowed(World.follow))
        session.send(.planFollowed(World.ended(.rolledBack)))
        #expect(session.shows("p-7f3a0001 rolled back"))
    }

    @Test("a plan that waits for a person is gone on with by p: the code, the look at readers, the typed name")
    func waitsForPerson() {
        func orders(_ waits: PlanWait, _ act: (inout Session) -> Void) -> (words: [PlanWord?], session: Session) {
            var session = Session(columns: 120, rows: 40)
            session.showPlan(World.sheet(.waiting, waits: waits))
            session.press("p")
            session.type("moved")
            session.press(.enter)
            act(&session)
            let words = session.takeEffects().compactMap { effect -> PlanWord?? in
                guard case .runPlan(let order) = effect else { return nil }
                #expect(order.command == .resume && order.note == "moved")
                return .some(order.word)
            }
            return (words, session)
        }
        let unsaid = orders(.code) { $0.press(.enter, .enter) }
        #expect(unsaid.words == [] && unsaid.session.shows("say whether the code reads the new place"))
        #expect(orders(.code) { $0.press("1", .enter, .enter) }.words == [.done])
        #expect(orders(.code) { $0.press("2", .enter, .enter) }.words == [nil])
        #expect(orders(.unread) { $0.press(.enter, .enter) }.words == [nil])
        #expect(orders(.unread) { $0.press("1", .enter, .enter) }.words == [.unseen])
        let wrong = orders(.removal(name: "API_KEY")) { session in
            session.type("API")
            session.press(.enter, .enter)
        }
        #expect(wrong.words == [] && wrong.session.shows("type API_KEY to go on"))
        let removed = orders(.removal(name: "API_KEY")) { session in
            session.type("API_KEY")
            session.press(.enter, .enter)
        }
        #expect(removed.words == [.remove("API_KEY")])
        #expect(removed.session.shows("Remove API_KEY:"))
    }

    @Test("while one runs no other begins; a plan that is over offers nothing")
    func oneAtATime() {
        var session = Session()
        session.showPlan()
        session.send(.planFollowed(World.follow))
        session.press("z")
        #expect(session.shows("a plan is running"))
        session.run("apply p-61aa0002")
        #expect(session.shows("a plan is running"))
        session.send(.planFollowed(World.ended(.retired)))
        session.press("p")
        #expect(session.shows("this plan is over"))
        session.press("z")
        #expect(session.shows("there is no plan to take back"))
    }

    @Test("a run that needs the value asks for it and goes on")
    func wantsValue() throws {
        var session = Session()
        session.showPlan()
        session.send(.planFollowed(World.follow))
        session.send(.planFollowed(World.ended(.stopped, "the new value has to be typed", wantsValue: true)))
        #expect(session.shows("Resume p-7f3a0001?") && session.shows("New value"))
    }

    @Test("an old value goes only after the list of what holds it was read, by its name, and never while it is used")
    func retire() {
        var session = Session(columns: 120, rows: 40)
        session.showPlan(state: .done)
        session.run("retire p-7f3a0001")
        session.send(.answered(.planSheet(id), .planSheet(World.sheet(.done))))
        session.press(.enter, .enter)
        #expect(session.shows("say why: the value is read"))
        _ = session.takeEffects()
        session.listRetirement(inUse: true)
        #expect(
            session.takeEffects() == [.ask(.retirement(id, note: "nobody needs it"), again: false)])
        #expect(session.shows("a schedule calls version 7") && !session.shows("Retire the old value:"))
        session.press("R")
        session.send(
            .answered(.retirement(id, note: "nobody needs it"), .retirement(World.retirement())))
        _ = session.takeEffects()
        session.press("g", .enter)
        #expect(session.shows("This cannot be undone"))
        session.press(.enter)
        session.type("payments/db")
        session.press(.enter, .enter)
        #expect(
            session.takeEffects().contains(
                .runPlan(PlanOrder(plan: id, command: .retire, note: "nobody needs it"))))
    }

    @Test("what stopped half-way is said at the start, and :plans opens it")
    func waiting() {
        var session = Session()
        session.send(.plansWaiting(["p-61aa0002"]))
        #expect(session.shows("p-61aa0002 stopped half-way: :plans resumes or takes back"))
        session.run("plans")
        #expect(session.takeEffects() == [.ask(.plans, again: false)])
        session.send(.answered(.plans, .plans(World.plans)))
        #expect(session.shows("1 stopped half-way") && session.shows("rolled back"))
        session.press("j", "p")
        #expect(session.takeEffects() == [.ask(.planSheet("p-61aa0002"), again: false)])
    }
}
