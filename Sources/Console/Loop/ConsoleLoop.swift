import ConsoleViewModels
import ConsoleViews
import CursesTerminal
import Operations
import Settings
import TerminalCanvas

/// The console while it runs: keys, signals, time and answers become events, the model says what follows, the
/// screen is painted, and the effects are carried out. All on the main thread; nothing here waits.
@MainActor
public final class ConsoleLoop {
    /// Milliseconds that the first frame waits for the terminal to tell its background. One that answers later gets
    /// its theme then.
    private static let answerWait = 12

    var model: ConsoleModel
    let terminal: CursesTerminal
    let buffer: ScreenBuffer
    private(set) var inbox: EventInbox
    private let elsewhere: @MainActor (_ profile: String?, _ region: String?) throws -> ConsoleOpening
    let ending: @MainActor (QuitReason, Int32?) -> Never
    private var themes: ThemeChoice
    private var theme: Theme
    private var background: RGBColour?
    private var runner: EffectRunner?
    private let timer = LoopTimer()
    private let signals = LoopSignals()
    private var isEnding = false
    /// SIGCONT that follows a stop of our own and says nothing new.
    var expectsContinue = false
    /// The signal that asked the process to end.
    var endingSignal: Int32?

    /// Takes the terminal over and paints the first frame.
    ///
    /// - Parameters:
    ///   - inbox: where calls that are made elsewhere are told.
    ///   - elsewhere: makes what a console in another account or region begins with.
    ///   - ending: ends the process once everything is recorded; the number is the signal that asked for it.
    /// - Throws: `SettingsError` if the theme is wrong; `TerminalStartError` if there is nothing to draw on. The
    ///   terminal is as it was then.
    public init(
        settings: ConsoleSettings, keys: KeyTable, themes: ThemeChoice, terminal options: CursesTerminal.Options,
        inbox: EventInbox,
        elsewhere: @escaping @MainActor (_ profile: String?, _ region: String?) throws -> ConsoleOpening,
        ending: @escaping @MainActor (QuitReason, Int32?) -> Never
    ) throws {
        // A wrong theme is said before the screen is taken.
        _ = try themes.theme(depth: .indexed256, background: nil)
        var options = options
        options.asksBackground = themes.asksBackground
        options.answerWait = ConsoleLoop.answerWait
        terminal = try CursesTerminal(options)
        background = terminal.background
        theme = try themes.theme(depth: terminal.colours.depth, background: background)
        self.themes = themes
        self.inbox = inbox
        self.elsewhere = elsewhere
        self.ending = ending
        var settings = settings
        settings.ascii = terminal.glyphs == .ascii
        model = ConsoleModel(
            settings: settings, keys: keys, columns: terminal.columns, rows: terminal.rows, now: LoopClock.read())
        buffer = ScreenBuffer(rows: terminal.rows, columns: terminal.columns, glyphs: terminal.glyphs)
        draw()
    }

    /// Loads, listens and never comes back. Call it on the main thread.
    public func run(in world: ConsoleWorld) -> Never {
        let runner = EffectRunner(world, inbox: inbox)
        self.runner = runner
        inbox.listen { [self] events in take(events) }
        timer.listen { [self] in take([.tick]) }
        signals.listen { [self] meaning in take(meaning) }
        runner.begin()
        perform(model.start())
        // The terminal may have changed, and keys may have been typed, before anything listened.
        if let event = terminal.resize() { take(terminalEvent: event) }
        readKeys()
        MainThread.serve(
            input: { isEnding || !terminal.isListening ? nil : terminal.inputDescriptor }, read: readKeys)
    }

    // MARK: events

    private func readKeys() {
        let events = terminal.readEvents()
        guard !events.isEmpty || terminal.background != background else { return }
        take(events.flatMap { consoleEvents(of: $0) })
    }

    func take(terminalEvent event: TerminalEvent) { take(consoleEvents(of: event)) }

    private func consoleEvents(of event: TerminalEvent) -> [ConsoleEvent] {
        switch event {
        case .key(let key): [.key(key)]
        case .paste(let bytes): [.paste(bytes)]
        case .resized(let rows, let columns): [.resize(columns: columns, rows: rows)]
        case .pressed(let row, let column): [.clicked(row: row, column: column)]
        case .scrolled(let lines): [.scrolled(lines)]
        case .focus(let isIn): isIn ? [] : [.focusLost]
        case .lost: [.terminalLost]
        }
    }

    /// Hands the events to the model, paints what came of them, and only then carries out its effects: what was
    /// closed is off the screen before its record is written.
    func take(_ events: [ConsoleEvent]) {
        guard !isEnding else { return }
        var effects: [ConsoleEffect] = []
        for event in events { effects += model.handle(event, at: LoopClock.read()) }
        draw()
        perform(effects)
    }

    // MARK: painting

    func draw() {
        followBackground()
        if buffer.rows != model.rows || buffer.columns != model.columns {
            buffer.resize(rows: model.rows, columns: model.columns)
        }
        ConsoleView.draw(model, into: buffer)
        terminal.draw(buffer, theme: theme)
        // The frame is on the terminal; what of it was a value has no business in our memory.
        if buffer.hasSensitiveCells { buffer.wipe() }
        timer.ring(at: model.nextWake, now: LoopClock.read().monotonic)
    }

    /// The terminal's answer to the question for its background may come after the first frame.
    private func followBackground() {
        guard terminal.background != background else { return }
        background = terminal.background
        do throws(SettingsError) {
            theme = try themes.theme(depth: terminal.colours.depth, background: background)
        } catch {
            // It was there a moment ago: keep what is on the screen.
            inbox.post(.notice(Notice(.warning, "\(error)")))
        }
    }

    /// Paints in another theme from here on; one that is wrong is said and left.
    private func choose(theme name: String) {
        let chosen = themes.with(name)
        do throws(SettingsError) {
            theme = try chosen.theme(depth: terminal.colours.depth, background: background)
            themes = chosen
            draw()
        } catch {
            take([.notice(Notice(.warning, "\(error)"))])
        }
    }

    // MARK: effects

    func perform(_ effects: [ConsoleEffect]) {
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: ConsoleEffect) {
        guard let left = runner?.perform(effect, mode: AccessMode(model)) else { return }
        switch left {
        case .chooseTheme(let name): choose(theme: name)
        case .copyName(let name): terminal.copy(name)
        // A name is no secret, and whatever else is in the clipboard is not ours.
        case .clearClipboard: break
        case .redraw: terminal.redraw()
        case .suspend: suspend()
        case .reopen(let profile, let region): reopen(profile: profile, region: region)
        case .quit(let reason): end(reason)
        }
    }

    /// Begins again with another profile or region. What is wrong with them is said, and the console stays where it is.
    private func reopen(profile: String?, region: String?) {
        let opening: ConsoleOpening
        do { opening = try elsewhere(profile, region) } catch {
            return take([.notice(Notice(.failure, (error as? OperationFailure)?.message ?? "\(error)"))])
        }
        let former = runner
        Task {
            await former?.end()
            begin(opening)
        }
    }

    private func begin(_ opening: ConsoleOpening) {
        guard !isEnding else { return }
        // Late answers to the former console find nobody.
        inbox.listen { _ in }
        inbox = opening.inbox
        var settings = opening.settings
        settings.ascii = model.settings.ascii
        settings.readOnly = settings.readOnly || model.isReadOnly
        if model.share.isOn { settings.share = settings.share ?? "it was on" }
        model = ConsoleModel(
            settings: settings, keys: model.keys, columns: model.columns, rows: model.rows, now: LoopClock.read())
        let runner = EffectRunner(opening.world, inbox: inbox)
        self.runner = runner
        inbox.listen { [self] events in take(events) }
        draw()
        runner.begin()
        perform(model.start())
    }

    /// Gives the terminal back, lets the last records be written, and ends.
    private func end(_ reason: QuitReason) {
        guard !isEnding else { return }
        isEnding = true
        terminal.stop()
        buffer.wipe()
        Task {
            await runner?.end(abandonsPlan: reason == .abandoned)
            ending(reason, endingSignal)
        }
    }
}
