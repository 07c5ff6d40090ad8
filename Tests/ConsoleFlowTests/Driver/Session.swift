import ConsoleViewModels
import ConsoleViews
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

/// A console without a terminal and without AWS: keys go in, and every effect must be expected.
struct Session {
    private(set) var model: ConsoleModel
    /// What the console asked for since `expect` was last called.
    private(set) var effects: [ConsoleEffect] = []
    private var clock = ClockReading(wall: 1_795_528_920, monotonic: 1_000)

    /// A console that has just been opened; `filled` answers the first loads from the sample world.
    init(
        columns: Int = 80, rows: Int = 24, settings: ConsoleSettings = .sample,
        keys: KeyTable = KeyTable(), filled: Bool = true
    ) {
        model = ConsoleModel(settings: settings, keys: keys, columns: columns, rows: rows, now: clock)
        effects = model.start()
        guard filled else { return }
        send(.identity(World.identity))
        answerLoads()
        effects = []
    }

    // MARK: doing

    mutating func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
    }

    mutating func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
    }

    /// Types a line after `:`.
    mutating func run(_ line: String) {
        press(":")
        type(line)
        press(.enter)
    }

    mutating func send(_ event: ConsoleEvent) {
        effects += model.handle(event, at: clock)
    }

    mutating func paste(_ text: String) {
        send(.paste(Array(text.utf8)))
    }

    /// Lets time pass and ticks whenever the console asked to be woken.
    mutating func wait(_ seconds: Double) {
        let end = clock.monotonic + seconds
        while model.nextWake <= end {
            let step = model.nextWake - clock.monotonic
            clock = ClockReading(wall: clock.wall + step, monotonic: model.nextWake)
            send(.tick)
        }
        clock = ClockReading(wall: clock.wall + end - clock.monotonic, monotonic: end)
    }

    /// The machine sleeps: only the wall clock goes on.
    mutating func sleep(_ seconds: Double) {
        clock = ClockReading(wall: clock.wall + seconds, monotonic: clock.monotonic)
        send(.tick)
    }

    // MARK: answering

    /// Answers every list and detail that was asked for.
    mutating func answerLoads() {
        let asked = effects
        effects = []
        for effect in asked {
            switch effect {
            case .load(let kind, let generation):
                send(.rows(kind, generation: generation, World.rows(of: kind)))
                send(.listFinished(kind, generation: generation))
            case .loadDetail(let reference, let generation):
                if let detail = World.detail(of: reference) {
                    send(.detailLoaded(reference, generation: generation, detail))
                }
            case .loadIdentity, .cancelLoad, .cancelDetail: break
            case .sort, .survey, .letGo, .loadTags, .ask, .reveal, .cancelReveal, .maskRevealed, .recordModeChange,
                .saveFilters,
                .makePlan, .runPlan, .stopPlan, .incident, .signIn, .cancelSignIn, .answerMFA, .copyValue,
                .export, .reopen,
                .chooseTheme,
                .copyName, .clearClipboard,
                .redraw,
                .suspend, .quit:
                effects.append(effect)
            }
        }
    }

    /// The ticket of the only reveal that was asked for.
    func ticket() throws -> RevealTicket {
        let requests = effects.compactMap { effect in
            if case .reveal(let request) = effect { request.ticket } else { nil }
        }
        try #require(requests.count == 1)
        return requests[0]
    }

    /// Takes the effects since the last time.
    mutating func takeEffects() -> [ConsoleEffect] {
        defer { effects = [] }
        return effects
    }

    // MARK: seeing

    /// The screen as cells.
    var buffer: ScreenBuffer {
        let buffer = ScreenBuffer(rows: model.rows, columns: model.columns, glyphs: .ascii)
        ConsoleView.draw(model, into: buffer)
        return buffer
    }

    /// The screen as text.
    var screen: String { buffer.text }

    /// Whether the text stands on the screen.
    func shows(_ text: String) -> Bool { screen.contains(text) }

    /// Whether any cell shows a part of a value.
    var showsValue: Bool {
        let buffer = self.buffer
        return (0..<buffer.rows).contains { row in buffer.withRow(row) { $0.contains(where: \.isSensitive) } }
    }
}

extension Session: CustomTestStringConvertible {
    var testDescription: String { "the screen\n\(screen)\n" }
}

extension ConsoleSettings {
    static var sample: ConsoleSettings {
        var settings = ConsoleSettings(region: "eu-west-1", profile: "prod-payments")
        settings.incident = "INC-2041"
        settings.signIn = "sso-session corp"
        settings.auditPath = "~/.local/state/curtain/audit.jsonl"
        return settings
    }
}

/// Bytes in the one type of a value; the text is an obvious fake.
func canary(_ text: String) throws -> SecretBytes {
    try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
}
