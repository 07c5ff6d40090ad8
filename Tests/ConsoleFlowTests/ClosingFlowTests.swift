import ConsoleViewModels
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("a shown value closes")
struct ClosingFlowTests {
    /// What happens, and the reason that is recorded.
    static let causes: [(String, MaskReason, @Sendable (inout Session) -> Void)] = [
        ("x", .asked, { $0.press("x") }),
        ("the deadline", .deadline, { $0.wait(30) }),
        ("a move", .moved, { $0.press("j") }),
        ("a move up", .moved, { $0.press(.up) }),
        ("the end of the list", .moved, { $0.press("G") }),
        ("esc", .screenChanged, { $0.press(.escape) }),
        ("q", .screenChanged, { $0.press("q") }),
        ("another pane", .screenChanged, { $0.press(.tab) }),
        ("the command log", .screenChanged, { $0.press("8") }),
        ("the prompt", .screenChanged, { $0.press(":") }),
        ("help", .screenChanged, { $0.press("?") }),
        ("the filter", .screenChanged, { $0.press("/") }),
        ("the last view", .screenChanged, { $0.press("-") }),
        ("refresh", .screenChanged, { $0.press("R") }),
        ("a resize", .resized, { $0.send(.resize(columns: 100, rows: 30)) }),
        ("a window that is too small", .resized, { $0.send(.resize(columns: 60, rows: 10)) }),
        ("ctrl-z", .suspended, { $0.press(.control("z")) }),
        ("being suspended", .suspended, { $0.send(.willSuspend) }),
        ("losing the focus", .focusLost, { $0.send(.focusLost) }),
        ("a failure", .failure, { $0.send(.notice(Notice(.failure, "the network is gone"))) }),
        (
            "credentials that ended", .failure,
            { $0.send(.identityFailed(Problem(.expiredCredentials, "the credentials have ended"))) }
        ),
        ("X", .maskAll, { $0.press("X") }),
        ("ctrl-x", .maskAll, { $0.press(.control("x")) }),
        ("share mode", .shareMode, { $0.press("S") }),
        ("a recorder", .shareMode, { $0.send(.shareDetected("asciinema is recording")) }),
        ("losing the terminal", .terminalLost, { $0.send(.terminalLost) }),
        ("quitting", .quit, { $0.press("Q") }),
        ("ctrl-c", .quit, { $0.press(.control("c")) })
    ]

    @Test("on every cause", arguments: causes.indices)
    func cause(index: Int) throws {
        let (name, reason, happen) = Self.causes[index]
        var session = Session()
        session.press("4")
        let value = try canary("CANARY-fake-5")
        session.openPassword()
        try session.reveal(value)
        #expect(session.showsValue)
        happen(&session)
        let effects = session.takeEffects()
        #expect(effects.first == .maskRevealed(RevealTicket(number: 1), reason), "\(name): \(effects)")
        #expect(value.count == 0, "\(name)")
        #expect(!session.showsValue, "\(name)")
    }

    @Test("when nobody presses a key for the idle time, sooner than a long deadline")
    func idle() throws {
        var settings = ConsoleSettings.sample
        settings.revealSeconds = 600
        var session = Session(settings: settings)
        let value = try canary("CANARY-fake-6")
        session.openPassword()
        try session.reveal(value)
        session.wait(59)
        #expect(session.showsValue)
        session.wait(1.1)
        #expect(session.takeEffects() == [.maskRevealed(RevealTicket(number: 1), .idle)])
        #expect(value.count == 0)
    }

    @Test("after the machine has slept, though one clock stood still")
    func slept() throws {
        var session = Session()
        let value = try canary("CANARY-fake-14")
        session.openPassword()
        try session.reveal(value)
        session.sleep(3_600)
        #expect(session.takeEffects() == [.maskRevealed(RevealTicket(number: 1), .deadline)])
        #expect(value.count == 0)
    }

    @Test("copying its name or painting again leaves it open")
    func harmless() throws {
        var session = Session()
        session.openPassword()
        try session.reveal(try canary("CANARY-fake-7"))
        session.press("c", .control("l"))
        #expect(session.showsValue)
        #expect(session.takeEffects() == [.copyName("DB_PASSWORD"), .redraw])
    }

    @Test("the note prompt survives a resize and goes with X, idleness and share mode")
    func promptCloses() {
        for (stays, happen) in [
            (true, { $0.send(.resize(columns: 100, rows: 40)) }),
            (true, { $0.send(.focusLost) }),
            (false, { $0.press(.control("x")) }),
            (false, { $0.wait(61) }),
            (false, { $0.send(.shareDetected("a second client")) })
        ] as [(Bool, (inout Session) -> Void)] {
            var session = Session()
            session.openPassword()
            session.press("x")
            session.type("half a rea")
            happen(&session)
            #expect(session.model.curtain.isClosed == !stays)
        }
    }
}
