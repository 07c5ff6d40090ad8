import ConsoleViewModels
import ForeignText
import Glibc
import SensitiveMemory

/// Standard input and output as lines. Nothing moves and nothing is painted over, but for a shown value, which
/// stands on the terminal's other screen so that it is in no scrollback.
@MainActor
final class LineTerminal {
    private static let otherScreen = "\u{1B}[?1049h\u{1B}[2J\u{1B}[H"
    private static let ownScreen = "\u{1B}[2J\u{1B}[3J\u{1B}[H\u{1B}[?1049l"

    /// Whether the terminal has another screen for a value.
    let canHideValues: Bool
    private var waiting: [UInt8] = []
    private var isOnOtherScreen = false

    init(terminalName: String?) {
        canHideValues = terminalName.map { !["dumb", "", "unknown"].contains($0) } ?? false
    }

    func say(_ line: String) { write(line + "\n") }

    func ask(_ question: String) { write(question) }

    /// The lines that have come in; nil at the end of the input. (The C function read.)
    func readLines() -> [[UInt8]]? {
        var room = [UInt8](repeating: 0, count: 4_096)
        let count = room.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil }
        waiting += room[..<count]
        var lines: [[UInt8]] = []
        while let end = waiting.firstIndex(of: 0x0A) {
            lines.append(Array(waiting[..<end]))
            waiting.removeSubrange(...end)
        }
        return lines
    }

    /// Whether what is typed is to be seen. (The C function tcsetattr.)
    func echo(_ isOn: Bool) {
        var mode = termios()
        guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
        if isOn { mode.c_lflag |= tcflag_t(ECHO) } else { mode.c_lflag &= ~tcflag_t(ECHO) }
        tcsetattr(STDIN_FILENO, TCSANOW, &mode)
    }

    /// Shows a value on the other screen until `hide()`; what a terminal would act on is spelt out.
    func show(_ value: ShownValue) {
        write(Self.otherScreen + "\(value.title):\n")
        isOnOtherScreen = true
        let drawn = WipedBuffer(capacity: 4_096)
        value.bytes.read { bytes in
            ForeignText.scalars(in: bytes) { piece in
                if case .escaped("\n") = piece { return Self.append("\n", to: drawn) }
                piece.spell { Self.append($0, to: drawn) }
            }
        }
        drawn.withUnsafeBytes { write($0) }
        drawn.wipe()
        write("\n\nEnter hides it: ")
    }

    func hide() {
        guard isOnOtherScreen else { return }
        isOnOtherScreen = false
        write(Self.ownScreen)
    }

    private static func append(_ scalar: Unicode.Scalar, to buffer: WipedBuffer) {
        withUnsafeTemporaryAllocation(byteCount: 4, alignment: 1) { room in
            var count = 0
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                room[count] = unit
                count += 1
            }
            buffer.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
            room.initializeMemory(as: UInt8.self, repeating: 0)
        }
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// What a lost terminal refuses is dropped. (The C function write.)
    private func write(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(STDOUT_FILENO, start, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
