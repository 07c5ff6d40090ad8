import ConsoleViewModels
import ConsoleViews
import Dispatch
import Glibc
import Operations
import TerminalCanvas

/// The console in line mode: the same model, effects and records as on the screen, with lines in the place of cells.
@MainActor
public final class LineLoop {
    private var model: ConsoleModel
    private let terminal: LineTerminal
    private let inbox: EventInbox
    private let ending: @MainActor (QuitReason, Int32?) -> Never
    private var runner: EffectRunner?
    private var moment: LineMoment
    private let timer = LoopTimer()
    private let signals = LoopSignals()
    private var input: (any DispatchSourceRead)?
    private var isEnding = false
    private var endingSignal: Int32?

    /// - Parameters:
    ///   - terminalName: TERM; some terminals cannot take a value back, and show none.
    ///   - ending: ends the process once everything is recorded.
    public init(
        settings: ConsoleSettings, keys: KeyTable, terminalName: String?, inbox: EventInbox,
        ending: @escaping @MainActor (QuitReason, Int32?) -> Never
    ) {
        model = ConsoleModel(settings: settings, keys: keys, columns: 80, rows: 24, now: LoopClock.read())
        terminal = LineTerminal(terminalName: terminalName)
        moment = LineMoment(model)
        self.inbox = inbox
        self.ending = ending
    }

    /// Begins to load and to listen. The main queue must be served from here on (`dispatchMain`).
    public func run(in world: ConsoleWorld) {
        let runner = EffectRunner(world, inbox: inbox)
        self.runner = runner
        terminal.say("curtain, line mode. Values are closed. ? for help, Q to leave.")
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        input.setEventHandler { [self] in MainActor.assumeIsolated { readLines() } }
        input.activate()
        self.input = input
        inbox.listen { [self] events in take(events) }
        timer.listen { [self] in take([.tick]) }
        signals.listen { [self] meaning in take(meaning) }
        runner.begin()
        perform(model.start())
        tell()
    }

    // MARK: lines in

    private func readLines() {
        guard let lines = terminal.readLines() else { return take([.terminalLost]) }
        for line in lines { take(line) }
        terminal.echo(!isTypingHidden)
    }

    /// Whether the next line is a value.
    private var isTypingHidden: Bool {
        guard case .form(let form) = model.overlay else { return false }
        return form.isTypingHidden
    }

    private func take(_ bytes: [UInt8]) {
        terminal.hide()
        guard !isTypingHidden else {
            terminal.say("")
            handle((bytes.isEmpty ? [] : [.key(.control("u")), .paste(bytes)]) + [.key(.enter)])
            return tell()
        }
        let line = String(decoding: bytes, as: UTF8.self)
        let input = LineInput(line, in: model)
        switch input {
        case .notUnderstood: terminal.say("Not understood; ? for help.")
        case .again, .keys, .line, .prompt, .text, .answer: handle(input.events(in: model))
        }
        tell()
    }

    // MARK: events

    private func take(_ events: [ConsoleEvent]) {
        guard !isEnding else { return }
        let before = moment
        let run = model.follow
        handle(events)
        moment = LineMoment(model)
        if moment.needsTelling(after: before) {
            terminal.hide()
            terminal.say("")
            tell()
        } else if moment.message != before.message, let message = moment.message {
            terminal.say("")
            terminal.say(LineView.line(of: message, in: model))
            terminal.ask(LineView.question(model))
        } else if let now = model.follow, run?.id == now.id {
            let changes = LineRun.changes(from: run, to: now)
            guard !changes.isEmpty else { return }
            terminal.say("")
            for change in changes { terminal.say(model.shown(change)) }
            terminal.ask(LineView.question(model))
        }
    }

    private func handle(_ events: [ConsoleEvent]) {
        var effects: [ConsoleEffect] = []
        for event in events { effects += model.handle(event, at: LoopClock.read()) }
        perform(effects)
        timer.ring(at: model.nextWake, now: LoopClock.read().monotonic)
    }

    /// Says what there is now, and asks.
    private func tell() {
        guard !isEnding else { return }
        moment = LineMoment(model)
        if let value = model.curtain.value { return terminal.show(value) }
        for line in LineView.lines(of: model) { terminal.say(line) }
        if let message = model.message { terminal.say(LineView.line(of: message, in: model)) }
        terminal.ask(LineView.question(model))
    }

    private func take(_ signal: LoopSignals.Meaning) {
        switch signal {
        case .resized, .resumed: break
        case .stop:
            take([.willSuspend])
            terminal.hide()
            raise(SIGSTOP)
            take([.didResume])
        case .terminalLost: take([.terminalLost])
        case .terminate: leave(by: SIGTERM)
        case .interrupt: leave(by: SIGINT)
        }
    }

    private func leave(by signal: Int32) {
        endingSignal = signal
        take([.leave])
    }

    // MARK: effects

    private func perform(_ effects: [ConsoleEffect]) {
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: ConsoleEffect) {
        guard let effect = admitted(effect), let left = runner?.perform(effect, mode: AccessMode(model)) else { return }
        switch left {
        case .copyName(let name): terminal.say(name)
        // There are no colours, no cells and no clipboard here.
        case .chooseTheme, .clearClipboard, .redraw: break
        case .reopen: terminal.say("Another profile or region begins with curtain --profile NAME --region REGION.")
        case .suspend:
            terminal.hide()
            raise(SIGSTOP)
            take([.didResume])
        case .quit(let reason): end(reason)
        }
    }

    /// The effect, if this terminal can bear it: a value must be hidden before its record is written, and is not asked
    /// for where it could not be hidden again.
    private func admitted(_ effect: ConsoleEffect) -> ConsoleEffect? {
        if case .maskRevealed = effect { terminal.hide() }
        guard case .reveal(let request) = effect, !terminal.canHideValues else { return effect }
        inbox.post(
            .revealFailed(
                request.ticket,
                Problem(
                    .other, "this terminal could not take a value back",
                    advice: "use curtain reveal with its output in a file")))
        return nil
    }

    private func end(_ reason: QuitReason) {
        guard !isEnding else { return }
        isEnding = true
        input?.cancel()
        terminal.echo(true)
        terminal.hide()
        Task {
            await runner?.end(abandonsPlan: reason == .abandoned)
            ending(reason, endingSignal)
        }
    }
}
