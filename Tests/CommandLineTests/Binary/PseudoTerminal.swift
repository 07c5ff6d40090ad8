import Glibc

/// A terminal for a child's standard output. The C function openpty.
final class PseudoTerminal: Sendable {
    /// What a test reads.
    let controller: Int32
    /// What the child writes to.
    let terminal: Int32

    /// That the system gives no terminal.
    struct NotOpened: Error { let errno: Int32 }

    init() throws {
        var ends: (controller: Int32, terminal: Int32) = (-1, -1)
        guard openpty(&ends.controller, &ends.terminal, nil, nil, nil) == 0 else { throw NotOpened(errno: errno) }
        (controller, terminal) = ends
    }

    deinit {
        close(controller)
        close(terminal)
    }

    /// Everything that was written, once the child has ended. Line ends come as CR LF, as a terminal has them.
    func text() -> String {
        _ = fcntl(controller, F_SETFL, O_NONBLOCK)
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(controller, &chunk, chunk.count)
            guard count > 0 else { return String(decoding: result, as: UTF8.self) }
            result += chunk.prefix(count)
        }
    }
}
