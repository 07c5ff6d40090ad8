import Dispatch
import Glibc
import Operations
import SensitiveMemory
import Synchronization

/// Asks a person for one line that the terminal does not show, on the terminal itself: standard input and output
/// may be pipes.
enum HiddenPrompt {
    /// More than this is no answer to a question: bytes.
    static let limit = 65_536

    /// The line without its end. Throws `usage` if there is no terminal, `interrupted` if the task was cancelled or
    /// the person ended the input.
    static func ask(_ words: String) async throws(OperationFailure) -> WipedBuffer {
        let isCancelled = Cancellation()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    do throws(OperationFailure) {
                        continuation.resume(
                            returning: Result<WipedBuffer, OperationFailure>.success(
                                try read(words, isCancelled)))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
            }
        } onCancel: {
            isCancelled.flag.store(true, ordering: .relaxed)
        }
        return try result.get()
    }

    private final class Cancellation: Sendable {
        let flag = Atomic<Bool>(false)
    }

    private static func read(_ words: String, _ isCancelled: Cancellation) throws(OperationFailure) -> WipedBuffer {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else {
            throw OperationFailure(.usage, "there is no terminal to ask on: \(words)")
        }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else {
            throw OperationFailure(.usage, "there is no terminal to ask on: \(words)")
        }
        // Every key comes at once and as it is, Ctrl-C too: nothing that ends the process may leave the terminal mute.
        let echo = EchoGuard(terminal, settings: before) { isCancelled.flag.store(true, ordering: .relaxed) }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
        // What was typed before the question is no answer to it.
        guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else {
            throw OperationFailure(.failed, "the terminal cannot hide what is typed: \(SystemText.of(errno: errno))")
        }
        defer {
            tcsetattr(terminal, TCSAFLUSH, &before)
            write("\n", to: terminal)
        }
        write(words, to: terminal)
        return try withExtendedLifetime(echo) { () throws(OperationFailure) in try line(terminal, isCancelled) }
    }

    private static func line(_ terminal: Int32, _ isCancelled: Cancellation) throws(OperationFailure) -> WipedBuffer {
        var line = WipedBuffer(capacity: 256)
        var byte: UInt8 = 0
        while line.count < limit {
            var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, 100)
            if isCancelled.flag.load(ordering: .relaxed) { throw interrupted }
            guard ready > 0 else { continue }
            guard Glibc.read(terminal, &byte, 1) == 1 else { throw interrupted }
            switch byte {
            case 0x0A, 0x0D: return line
            case 0x03, 0x1C: throw interrupted  // Ctrl-C, Ctrl-\
            case 0x04:  // Ctrl-D
                guard line.count > 0 else { throw interrupted }
                return line
            case 0x15: line = WipedBuffer(capacity: 256)  // Ctrl-U
            case 0x08, 0x7F:  // a character back, whatever its length
                line = line.withUnsafeBytes { bytes in
                    let kept = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
                    return WipedBuffer(copying: UnsafeRawBufferPointer(rebasing: bytes[..<kept]))
                }
            default: withUnsafeBytes(of: byte) { line.append($0) }
            }
        }
        throw OperationFailure(.usage, "what was typed is too long")
    }

    private static let interrupted = OperationFailure(.interrupted, "interrupted")

    private static func write(_ text: String, to terminal: Int32) {
        Array(text.utf8).withUnsafeBytes { _ = DescriptorSink.writeAll($0, to: terminal) }
    }
}
