import CursesTerminal
import Dispatch
import Glibc
import Synchronization
import TerminalCanvas
import Testing

/// The other end of a pseudo-terminal: keeps what is painted, types, and answers questions as a terminal does.
final class FakeTerminal: Sendable {
    /// What a terminal answers; a question without an answer is ignored.
    struct Answers: Sendable {
        var background: String? = "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\"
        var synchronisedOutput: String? = "\u{1B}[?2026;2$y"
        var attributes: String? = "\u{1B}[?62;22c"
    }

    let name: String
    private let master: Int32
    private let slave: Int32
    private let answers: Answers
    private let painted = Mutex<[UInt8]>([])
    private let reader = DispatchQueue(label: "fake terminal")
    private let isEnding = Mutex(false)
    private let isOver = DispatchSemaphore(value: 0)

    init(_ name: String = "xterm-256color", rows: Int = 24, columns: Int = 80, answers: Answers = Answers()) throws {
        var ends: (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&ends.0, &ends.1, nil, nil, &size) == 0)
        self.name = name
        self.answers = answers
        master = ends.0
        slave = ends.1
        // Growing would leave copies of what was shown behind.
        painted.withLock { $0.reserveCapacity(1 << 20) }
        reader.async { self.read() }
    }

    @MainActor
    func start(
        asksBackground: Bool = true, environment: [String: String] = [:]
    ) throws(TerminalStartError) -> CursesTerminal {
        var all = ["TERM": name, "LANG": "C.UTF-8"]
        all.merge(environment) { $1 }
        let variables = all
        var options = CursesTerminal.Options { variables[$0] }
        options.input = slave
        options.output = slave
        options.asksBackground = asksBackground
        return try CursesTerminal(options)
    }

    /// What has been painted since the last call.
    func takePainted() -> String {
        drain()
        return String(
            decoding: painted.withLock { bytes in
                defer { bytes.removeAll(keepingCapacity: true) }
                return bytes
            }, as: UTF8.self)
    }

    /// Overwrites what has been painted, which is a copy of whatever was on the screen.
    func forgetPainted() {
        drain()
        painted.withLock { bytes in
            for index in bytes.indices { bytes[index] = 0 }
            bytes.removeAll(keepingCapacity: true)
        }
    }

    func type(_ text: String) {
        var text = text
        text.withUTF8 { bytes in _ = write(master, bytes.baseAddress, bytes.count) }
    }

    func resize(rows: Int, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    var settings: termios {
        var result = termios()
        tcgetattr(slave, &result)
        return result
    }

    /// The window is closed.
    func hangUp() {
        isEnding.withLock { $0 = true }
        _ = isOver.wait(timeout: .now() + 5)
        close(master)
        close(slave)
    }

    /// Closes both ends. Call it last.
    func end() { hangUp() }

    /// Waits until everything written so far has arrived: a mark written after it comes after it.
    private func drain() {
        _ = write(slave, FakeTerminal.mark, FakeTerminal.mark.count)
        for _ in 0..<5000 {
            let hasCome = painted.withLock { bytes in
                guard bytes.count >= FakeTerminal.mark.count,
                    bytes.suffix(FakeTerminal.mark.count).elementsEqual(FakeTerminal.mark)
                else { return false }
                bytes.removeLast(FakeTerminal.mark.count)
                return true
            }
            if hasCome { return }
            usleep(1000)
        }
        Issue.record("what was painted did not arrive")
    }

    private static let mark = Array("\u{0E}mark\u{0F}".utf8)

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 65536)
        var isAsked = [false, false, false]
        while !isEnding.withLock({ $0 }) {
            var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 10) > 0 else { continue }
            let count = Glibc.read(master, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            painted.withLock { bytes in
                bytes.append(contentsOf: buffer[0..<count])
                for (place, question) in FakeTerminal.questions.enumerated()
                where !isAsked[place] && bytes.contains(question) {
                    isAsked[place] = true
                    let answer = [answers.background, answers.synchronisedOutput, answers.attributes][place]
                    if let answer { type(answer) }
                }
            }
            for index in 0..<count { buffer[index] = 0 }
        }
        isOver.signal()
    }

    private static let questions = ["\u{1B}]11;?\u{07}", "\u{1B}[?2026$p", "\u{1B}[c"].map { Array($0.utf8) }
}
