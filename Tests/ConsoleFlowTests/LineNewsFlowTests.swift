import ConsoleViewModels
import ConsoleViews
import Inventory
import TerminalCanvas
import Testing

@Suite("Line mode says what has changed")
struct LineNewsFlowTests {
    @Test("a question to AWS says that it waits, and is told again with its answer")
    func answers() {
        var session = Session()
        session.run("check")
        let asking = LineMoment(session.model)
        #expect(LineView.lines(of: session.model).last?.hasSuffix("asking...") == true)
        session.send(.answered(.findings(.low), .findings([], gaps: [])))
        #expect(LineMoment(session.model).needsTelling(after: asking))
        #expect(LineView.lines(of: session.model).last?.hasSuffix("nothing is wrong that can be seen") == true)
    }

    @Test("lines that come into a log are not read out; whoever asks again hears them")
    func quietLog() {
        var session = Session()
        session.press("L")
        let topic = ReportTopic.log(.function(name: "catalogue-search"))
        session.send(.answered(topic, .log(World.log(2))))
        let told = LineMoment(session.model)
        session.wait(5.1)
        session.send(.answered(topic, .log(World.log(3))))
        #expect(!LineMoment(session.model).needsTelling(after: told))
        session.press("R")
        #expect(LineMoment(session.model).needsTelling(after: told))
    }

    @Test("a run says each row that changes, once, and not the seconds that pass")
    func run() {
        let before = World.follow
        #expect(LineRun.changes(from: nil, to: before).isEmpty)
        #expect(LineRun.changes(from: before, to: before).isEmpty)
        var after = before
        after.done += 1
        #expect(LineRun.changes(from: before, to: after).isEmpty)
        after.rows[0].state = .failed
        after.rows[0].step = "update function configuration"
        after.rows[0].words = "somebody else has changed it"
        after.wave = "wave 9 of 9"
        #expect(
            LineRun.changes(from: before, to: after) == [
                "\(before.id): wave 9 of 9",
                "\(before.rows[0].name): failed, update function configuration, somebody else has changed it"
            ])
    }
}
