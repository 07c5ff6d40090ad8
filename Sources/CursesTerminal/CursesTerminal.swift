import CNcurses
import Glibc
import TerminalCanvas

/// The person's terminal: keys in, frames out. The one type that knows ncurses.
///
/// There is one at a time in a process, as ncurses has one current screen. Whoever starts it stops it;
/// `stop()` gives the terminal back as it was.
@MainActor
public final class CursesTerminal {
    /// What is to be decided before the terminal starts.
    public struct Options: Sendable {
        /// Read for keys and written with frames: 0 and 1 but in tests.
        public var input: Int32 = 0
        public var output: Int32 = 1
        /// Looks an environment variable up.
        public var environment: @Sendable (String) -> String?
        public var noColourFlag = false
        /// Whether presses and the wheel of the mouse are taken; text is then harder to select.
        public var mouse = false
        /// The colours that the configuration asks for.
        public var configuredDepth: ColourDepth?
        /// Whether to wait for the terminal's background colour before the first frame.
        public var asksBackground = true
        /// How long to wait, in milliseconds. An answer that comes later is noted all the same.
        public var answerWait = CursesTerminal.answerLimit

        public init(environment: @escaping @Sendable (String) -> String?) { self.environment = environment }
    }

    /// How long the first frame may wait for the terminal's answers, in milliseconds.
    public nonisolated static let answerLimit = 120

    /// Readable when ``readEvents()`` has something to say.
    public var inputDescriptor: Int32 { endpoints.input }
    /// Whether ``readEvents()`` will take what comes in.
    public var isListening: Bool { isActive && !isLost }
    /// How many colours are in use, and why.
    public let colours: ColourPolicy.Decision
    /// What the terminal can draw; give it to the ``ScreenBuffer``.
    public let glyphs: GlyphSet
    /// The name whose terminfo entry is in use.
    public let terminfoName: String
    /// The colour behind the text, once the terminal has told it.
    public internal(set) var background: RGBColour?
    /// Whether frames are held back until they are whole.
    public internal(set) var synchronises = false
    /// Whether the terminal is ours: started, not suspended and not stopped.
    public internal(set) var isActive = true

    /// Rows of the window.
    public var rows: Int { front.rows }
    /// Columns of the window.
    public var columns: Int { front.columns }

    let name: TerminalName
    let endpoints: TerminalEndpoints
    let screen: OpaquePointer
    let colourCount: Int
    /// Lines for one notch of the wheel.
    static let wheelLines = 3
    /// Whether the mouse is ours; else the terminal selects text with it.
    let usesMouse: Bool
    var filter = AnswerFilter()
    var paste = PasteCollector()
    var pairs = ColourPairs()
    var styles: StyleTable?
    /// What stands on the terminal now.
    var front: ScreenBuffer
    /// Whether `front` is to be believed.
    var frontIsCurrent = false
    /// Whether `front` shows a part of a value.
    var frontIsSensitive = false
    var isStopped = false
    /// Whether the terminal has hung up.
    var isLost = false

    /// Takes the terminal over: raw keys, alternate screen, bracketed paste, focus reports, the mouse if asked for.
    ///
    /// Nothing is changed when it throws. (The C functions newterm, raw, noecho, keypad, nodelay.)
    public init(_ options: Options) throws(TerminalStartError) {
        let named = try CursesTerminal.terminalName(options)
        let endpoints = try TerminalEndpoints(input: options.input, output: options.output)
        let entry: String
        do throws(TerminalStartError) {
            entry = try CursesTerminal.entry(for: named, output: endpoints.output)
        } catch {
            endpoints.close()
            throw error
        }
        let glyphs = CharacterSet.choose(terminal: named, environment: options.environment)
        let signals = SignalDispositions()
        guard let screen = entry.withCString({ newterm($0, endpoints.outputStream, endpoints.inputStream) }) else {
            endpoints.close()
            throw .unknown(named.text)
        }
        signals.restore()

        name = named
        terminfoName = entry
        self.glyphs = glyphs
        usesMouse = options.mouse
        self.endpoints = endpoints
        self.screen = screen
        start_color()
        use_default_colors()
        colourCount = Int(tigetnum("colors"))
        let policy = ColourPolicy(
            noColourFlag: options.noColourFlag, configured: options.configuredDepth, environment: options.environment)
        colours = policy.decide(ColourPolicy.Terminal(colours: colourCount, hasRGB: CursesTerminal.hasRGB))
        front = ScreenBuffer(
            rows: Int(cncurses_rows(cncurses_stdscr())), columns: Int(cncurses_columns(cncurses_stdscr())))
        takeKeys(overNetwork: options.environment("SSH_CONNECTION") != nil || options.environment("SSH_TTY") != nil)
        switchModes(on: true)
        ask(waiting: options.asksBackground ? options.answerWait : 0)
    }

    /// Gives the terminal back as it was found. Safe to call twice, and after the terminal is lost.
    /// (The C functions endwin and delscreen.)
    public func stop() {
        guard !isStopped else { return }
        isStopped = true
        overwriteSensitive()
        if isActive { leave() }
        front.wipe()
        delscreen(screen)
        endpoints.close()
    }

    /// Leaves the alternate screen and undoes the modes.
    func leave() {
        isActive = false
        guard !isLost else { return }
        switchModes(on: false)
        endwin()
    }

    private static var hasRGB: Bool {
        "RGB".withCString { name in
            let name = UnsafeMutablePointer(mutating: name)
            return tigetflag(name) > 0 || tigetnum(name) > 0 || cncurses_string(name) != nil
        }
    }

    private static func terminalName(_ options: Options) throws(TerminalStartError) -> TerminalName {
        guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
        guard let text = options.environment("TERM"), !text.isEmpty else { throw .noName }
        return TerminalName(text: text)
    }

    /// The first terminfo entry that fits the name. initscr would end the process instead of saying that there
    /// is none. (The C function setupterm.)
    private static func entry(for name: TerminalName, output: Int32) throws(TerminalStartError) -> String {
        for candidate in name.candidates {
            var status: Int32 = 0
            guard candidate.withCString({ setupterm($0, output, &status) }) == OK else { continue }
            let addressesCursor = cncurses_string("cup") != nil
            cncurses_forget_entry()
            guard addressesCursor else { throw .cannotAddressCursor(name.text) }
            return candidate
        }
        // An entry for a printer is found but refused (status 1), as is TERM=dumb.
        if name.text == "dumb" { throw .cannotAddressCursor(name.text) }
        throw .unknown(name.text)
    }
}
