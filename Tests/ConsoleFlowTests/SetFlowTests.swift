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
        // A new value that is typed when it is applied, unless something else is chosen.
        session.press(.enter, .enter)
        session.type("/password")
        session.press(.enter, .enter)
        let wish = PlanWish.set(
            .init(subject: .secret(name: "payments/db", pointer: "/password"), recipe: .typed))
        #expect(session.takeEffects() == [.makePlan(wish)])
        session.send(.planFailed(wish, Problem(.other, "it is pending")))
        session.press(.escape)
        _ = session.takeEffects()
        session.run("set param:/prod/key")
        session.press(.enter, "1", .enter, .control("u"))
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

    @Test("settings of a secret: tags, key, schedule, replicas and policy in one plan, the value stays")
    func settings() {
        var session = Session(columns: 120, rows: 40)
        session.run("set secret:payments/db")
        session.press("2")
        #expect(session.shows("Resource") == false && session.shows("Replicas") && !session.shows("New value"))
        session.press(.backTab, .enter)  // the button, with nothing asked for
        #expect(session.shows("say which setting changes"))
        func answer(_ text: String) {
            session.press(.enter)
            session.type(text)
        }
        answer("the orders")
        answer("owner=platform, -old")
        answer("key:alias/own")
        answer("30")
        answer("us-east-1, us-west-2=alias/there, -eu-central-1")
        answer("policy")
        session.press(.enter, .enter)
        #expect(session.shows("JSON, or none to take it off"))
        session.press(.control("u"))
        session.type("none")
        session.press(.enter, .enter)
        var attributes = PlanWish.Setting.Attributes()
        attributes.description = "the orders"
        attributes.tags = ["owner": "platform", "old": nil]
        attributes.key = "alias/own"
        attributes.schedule = "30"
        attributes.replicas = ["us-east-1": true, "us-west-2": true, "eu-central-1": false]
        attributes.replicaKeys = ["us-west-2": "alias/there"]
        attributes.resourcePolicy = "none"
        let wish = PlanWish.set(
            .init(subject: .secret(name: "payments/db"), recipe: nil, attributes: attributes))
        #expect(session.takeEffects() == [.makePlan(wish)])
    }

    @Test("a parameter is made under another name, a secret deleted with its window and restored, a variable goes")
    func makeAndDelete() {
        var session = Session(columns: 120, rows: 40)
        session.run("set param:/prod/key")
        session.press("3", .enter)
        session.type(".v2")
        session.press(.enter, "1", .enter, .enter, .enter, .enter, .enter, "3", .enter, .enter)
        var attributes = PlanWish.Setting.Attributes()
        attributes.tier = "Advanced"
        let make = PlanWish.set(
            .init(
                subject: .parameter(name: "/prod/key.v2"), aim: .create, recipe: .generated(length: 32),
                attributes: attributes))
        #expect(session.takeEffects() == [.makePlan(make)])
        session.send(.planFailed(make, Problem(.other, "it is there")))
        session.press(.escape)

        session.run("set secret:payments/db")
        session.press("4", .enter, .enter, .control("u"))
        session.type("3")
        session.press(.enter, .enter)
        #expect(session.shows("7 to 30 days"))
        session.press(.control("u"))
        session.type("7")
        session.press(.enter, .enter)
        let delete = PlanWish.set(
            .init(subject: .secret(name: "payments/db"), aim: .delete(recoveryDays: 7), recipe: nil))
        #expect(session.takeEffects() == [.makePlan(delete)])
        session.send(.planFailed(delete, Problem(.other, "it is gone")))
        session.press(.escape)

        session.run("set secret:payments/db")
        session.press("5", .enter, .enter)
        let restore = PlanWish.set(.init(subject: .secret(name: "payments/db"), aim: .restore, recipe: nil))
        #expect(session.takeEffects() == [.makePlan(restore)])
        session.send(.planFailed(restore, Problem(.other, "it is there")))
        session.press(.escape)

        session.run("set env:payments-api/OLD_FLAG")
        session.press("3", .enter, .enter)
        let remove = PlanWish.set(
            .init(
                subject: .variable(function: "payments-api", name: "OLD_FLAG"), aim: .delete(recoveryDays: 30),
                recipe: nil))
        #expect(session.takeEffects() == [.makePlan(remove)])
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
