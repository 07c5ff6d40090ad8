import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

@Suite("A function's log, key by key")
struct LogFlowTests {
    private static let topic = ReportTopic.log(.function(name: "catalogue-search"))

    private func opened() -> Session {
        var session = Session(columns: 120, rows: 40)
        session.press("L")
        return session
    }

    @Test("L asks for the log of the function under the cursor, or of the one whose variable it is")
    func asks() {
        var session = opened()
        #expect(session.takeEffects().contains(.ask(Self.topic, again: false)))
        session.send(.answered(Self.topic, .log(World.log(2))))
        #expect(session.screen.contains("Log of fn:catalogue-search"))
        #expect(session.screen.contains("AccessDeniedException, closed, medium"))
        session.press(.escape)
        session.run("logs payments-webhook")
        #expect(session.takeEffects().contains(.ask(.log(.function(name: "payments-webhook")), again: false)))
    }

    @Test("the newest line has the cursor and keeps it while lines come; whoever moves away stays where they are")
    func follows() {
        var session = opened()
        session.send(.answered(Self.topic, .log(World.log(20))))
        _ = session.takeEffects()
        session.wait(5.1)
        #expect(session.takeEffects() == [.ask(Self.topic, again: true)])
        session.send(.answered(Self.topic, .log(World.log(60))))
        #expect(session.model.report(Self.topic)?.selected?.words.contains("00:59") == true)
        session.press("k", "k")
        session.wait(5.1)
        session.send(.answered(Self.topic, .log(World.log(80))))
        #expect(session.model.report(Self.topic)?.selected?.words.contains("00:57") == true)
    }

    @Test("it is not followed on another screen, nor when nobody has pressed a key for long, nor after a failure")
    func rests() {
        var session = opened()
        session.send(.answered(Self.topic, .log(World.log(2))))
        session.press(.escape)
        _ = session.takeEffects()
        session.wait(20)
        #expect(!session.takeEffects().contains(.ask(Self.topic, again: true)))
        session.press("L")
        session.send(.answered(Self.topic, .log(World.log(2))))
        session.wait(299)
        while session.takeEffects().contains(.ask(Self.topic, again: true)) {
            session.send(.answered(Self.topic, .log(World.log(2))))
            session.wait(5.1)
        }
        session.wait(60)
        #expect(!session.takeEffects().contains(.ask(Self.topic, again: true)))
        session.press("R")
        session.send(.answered(Self.topic, .failed(Problem(.denied, "logs:FilterLogEvents was denied"))))
        _ = session.takeEffects()
        session.wait(20)
        #expect(!session.takeEffects().contains(.ask(Self.topic, again: true)))
        #expect(session.screen.contains("was denied"))
    }

    @Test("share mode refuses it, and leaves it")
    func shared() {
        var session = opened()
        session.send(.answered(Self.topic, .log(World.log(2))))
        session.press("S")
        #expect(session.model.screen == .list(.function))
        session.press("L")
        #expect(session.model.screen == .list(.function))
        #expect(session.screen.contains("logs are off in share mode"))
        session.run("logs catalogue-search")
        #expect(session.model.screen == .list(.function))
    }

    @Test("what has no log says so")
    func others() {
        var session = Session(columns: 120, rows: 40)
        session.run("sec")
        session.answerLoads()
        session.press("L")
        #expect(session.screen.contains("only functions have a log"))
        session.run("logs")
        #expect(session.screen.contains("the log of which function?"))
    }
}
