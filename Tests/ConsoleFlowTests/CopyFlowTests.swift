import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("A value for the clipboard")
struct CopyFlowTests {
    private func session(clipboard: String? = "tmux") -> Session {
        var settings = ConsoleSettings.sample
        settings.clipboard = clipboard
        var session = Session(columns: 120, rows: 40, settings: settings)
        session.openPassword()
        _ = session.takeEffects()
        return session
    }

    @Test("a note of its own, then the copy, and nothing of it on the screen")
    func copied() {
        var session = session()
        session.press("C")
        #expect(session.shows("Copy one value"))
        #expect(session.takeEffects() == [])
        session.type("paste it into the vault")
        session.press(.enter, .enter)
        let effects = session.takeEffects()
        guard case .copyValue(let reference, note: "paste it into the vault")? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(reference == .variable(function: "payments-api", name: "DB_PASSWORD"))
        #expect(!session.showsValue)
    }

    @Test("without a reason, and with esc, nothing is asked for")
    func refused() {
        var session = session()
        session.press("C", .enter, .enter)
        #expect(session.shows("say why"))
        session.press(.escape)
        #expect(session.takeEffects() == [])
        #expect(session.shows("cancelled: nothing was fetched"))
    }

    @Test("what is shown closes first: the copy is another look")
    func shown() throws {
        var session = session()
        try session.reveal(try canary("CANARY-fake-10"))
        _ = session.takeEffects()
        session.press("C")
        #expect(!session.showsValue)
        #expect(session.takeEffects().contains { if case .maskRevealed = $0 { true } else { false } })
        #expect(session.shows("Copy one value"))
    }

    @Test(
        "off unless configured, never in share or read-only mode; pressing it says why",
        arguments: ["off", "share", "ro"])
    func modes(what: String) {
        var session = session(clipboard: what == "off" ? nil : "native")
        if what == "share" { session.press("S") }
        if what == "ro" { session.run("ro on") }
        _ = session.takeEffects()
        session.press("C")
        #expect(!session.shows("Copy one value"))
        #expect(
            session.shows(["off": "copying values is off", "share": "share mode", "ro": "read-only mode"][what] ?? "?"))
        #expect(session.takeEffects() == [])
    }

    @Test("X takes back what was copied")
    func takenBack() {
        var session = session()
        session.press("X")
        #expect(session.takeEffects().contains(.clearClipboard))
    }
}
