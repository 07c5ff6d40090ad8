import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("Setting a value, and from a finding to its plan")
struct SetFlowTests {
    @Test("E asks how the new value comes about; a variable is set itself, a function has nothing to be set")
    func set() {
        var session = Session()
        session.run("sec db")
        session.answerLoads()
        session.press("E")
        #expect(session.shows("Plan to set secret:payments/db") && session.takeEffects().isEmpty)
        // Typed when it is applied, unless something else is chosen.
        session.press(.enter)
        session.type("/password")
        session.press(.enter, .enter)
        let wish = PlanWish.set(.secret(name: "payments/db", pointer: "/password"), .typed)
        #expect(session.takeEffects() == [.makePlan(wish)])
        session.send(.planFailed(wish, Problem(.other, "it is pending")))
        _ = session.takeEffects()
        session.run("set param:/prod/key")
        session.press("1", .enter, .control("u"))
        session.type("7")
        session.press(.enter, .enter)
        #expect(session.shows("8 to 4096 characters"))
        session.press(.escape)
        session.run("set fn:payments-api")
        #expect(session.shows("set what?"))
        session.run("fn")
        session.press("E")
        #expect(!session.shows("Plan to set"))
        #expect(!session.takeEffects().contains { if case .makePlan = $0 { true } else { false } })
    }

    @Test("share and read-only mode refuse")
    func refused() {
        var session = Session()
        session.run("share on")
        _ = session.takeEffects()
        session.run("set secret:payments/db")
        #expect(!session.shows("Plan to set") && session.takeEffects().isEmpty)
    }

    @Test("enter on the plan under a finding makes it, and it says what that costs")
    func follow() throws {
        var session = Session(columns: 200, rows: 60)
        session.run("check")
        _ = session.takeEffects()
        session.send(.answered(.findings(.low), .findings(try World.checked().findings, gaps: [])))
        let work = FollowingPlan.Work.dropPolicies(.parameter(name: "/dev/flag"))
        let report = try #require(session.model.report(.findings(.low)))
        let place = try #require(report.items.firstIndex { $0.link == .follow(work) })
        while session.model.report(.findings(.low))?.cursor != place { session.press("j") }
        session.press(.enter)
        #expect(session.takeEffects() == [.makePlan(.follow(work))])
    }
}
