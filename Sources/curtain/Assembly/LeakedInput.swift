import Glibc
import Operations
import SensitiveMemory

/// The leaked text: from standard input where that is a pipe or file, else by a prompt without echo.
enum LeakedInput {
    static func read(_ question: String, _ session: Session) async throws(OperationFailure) -> LeakedText {
        let buffer: WipedBuffer
        if isatty(STDIN_FILENO) == 1 {
            guard !session.options.noInput else {
                throw OperationFailure(
                    .usage, "the leaked text comes by standard input; --no-input forbids to ask for it")
            }
            buffer = try await HiddenPrompt.ask(question)
        } else {
            buffer = try piped()
        }
        defer { buffer.wipe() }
        return try buffer.withUnsafeBytes { bytes in
            Result { () throws(OperationFailure) in try LeakedText(bytes) }
        }.get()
    }

    private static func piped() throws(OperationFailure) -> WipedBuffer {
        let buffer = WipedBuffer(capacity: 4096)
        let room = WipedRoom(count: 4096)
        while true {
            let count = Glibc.read(STDIN_FILENO, room.bytes.baseAddress, room.bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw OperationFailure(.badInput, "cannot read standard input: \(SystemText.of(errno: errno))")
            }
            guard count > 0 else { return buffer }
            buffer.append(UnsafeRawBufferPointer(rebasing: room.bytes[..<count]))
            guard buffer.count <= LeakedText.limit else {
                throw OperationFailure(
                    .badInput, "the leaked text is larger than \(LeakedText.limit) bytes; give the value alone")
            }
        }
    }

    /// Room for reading that is cleared at its end.
    private final class WipedRoom {
        let bytes: UnsafeMutableRawBufferPointer

        init(count: Int) { bytes = .allocate(byteCount: count, alignment: 16) }

        deinit {
            for index in bytes.indices { bytes[index] = 0 }
            bytes.deallocate()
        }
    }
}
