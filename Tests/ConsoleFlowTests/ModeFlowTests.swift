import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("read-only and share mode")
struct ModeFlowTests {
    @Test("read-only refuses to reveal and does not offer it")
    func readOnly() {
        var settings = ConsoleSettings.sample
        settings.readOnly = true
        var session = Session(settings: settings)
        session.openPassword()
        #expect(session.shows(" RO "))
        #expect(!session.shows("<x>"))
        session.press("x")
        #expect(session.takeEffects().isEmpty)
        #expect(session.model.curtain.isClosed)
        #expect(session.shows("reveal is off in read-only mode"))
    }

    @Test("read-only cannot be left when it was fixed at the start")
    func fixedReadOnly() {
        var settings = ConsoleSettings.sample
        settings.readOnly = true
        settings.readOnlyIsFixed = true
        var session = Session(settings: settings)
        session.press(":")
        session.type("ro off")
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        session.send(.modeRecorded(.readOnlyOff))
        #expect(session.model.isReadOnly)
    }

    @Test("read-only ends once that is recorded, not before")
    func leaveReadOnly() {
        var session = Session()
        session.press(":")
        session.type("ro on")
        session.press(.enter)
        #expect(session.model.isReadOnly)
        #expect(session.takeEffects() == [.recordModeChange(.readOnlyOn)])
        session.press(":")
        session.type("ro off")
        session.press(.enter, .tab, .enter)
        #expect(session.model.isReadOnly)
        #expect(session.takeEffects() == [.recordModeChange(.readOnlyOff)])
        session.send(.modeRecorded(.readOnlyOff))
        #expect(!session.model.isReadOnly)
    }

    @Test("S is at once; reveal, by key or command, is refused; sizes and account are hidden")
    func share() {
        var session = Session()
        session.openPassword()
        session.press("S")
        #expect(session.takeEffects() == [.recordModeChange(.shareOn(reason: "S was pressed"))])
        #expect(session.shows("SHARE MODE"))
        #expect(!session.shows("short"))
        #expect(!session.shows("482112349907") && !session.shows("4821..9907"))
        session.press("x")
        #expect(session.shows("reveal is off in share mode"))
        session.press(":")
        session.type("reveal payments-api DB_PASSWORD")
        session.press(.enter)
        session.answerLoads()
        #expect(session.takeEffects().isEmpty)
        #expect(session.model.curtain.isClosed)
    }

    @Test("it is left by typing LEAVE, and only once that is recorded")
    func leave() {
        var session = Session()
        session.press("S")
        _ = session.takeEffects()
        session.press("S")
        session.type("leave")
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        #expect(session.shows("type LEAVE in capitals"))
        session.paste("LEAVE")
        session.press(.enter)
        #expect(session.takeEffects().isEmpty)
        session.type("LEAVE")
        session.press(.enter)
        #expect(session.takeEffects() == [.recordModeChange(.shareOff)])
        #expect(session.model.share.isOn)
        session.send(.modeRecordFailed(.shareOff, Problem(.auditUnwritable, "the disk is full")))
        #expect(session.model.share == .on("S was pressed"))
        session.press("S")
        session.type("LEAVE")
        session.press(.enter)
        session.send(.modeRecorded(.shareOff))
        #expect(!session.model.share.isOn)
    }

    @Test("a recorder turns it on and is named")
    func detected() {
        var session = Session()
        session.send(.shareDetected("asciinema is recording"))
        #expect(session.shows("SHARE MODE (asciinema is recording)"))
    }
}
