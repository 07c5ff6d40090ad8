import Dispatch
import Glibc
import Operations
import SensitiveMemory

/// A command of the person's that prints the new value, run by the shell. What it asks, it asks on the terminal; what it
/// writes besides the value may hold the value too, so it is neither shown nor kept.
struct ValueCommand: Sendable {
    /// As much as Secrets Manager takes, in bytes.
    private static let limit = 65_536

    let command: String
    /// `NAME=value`, nothing else.
    let environment: [String]
    let seconds: Double

    /// What it printed, which nobody else has seen.
    func output() async throws(OperationFailure) -> WipedBuffer {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: run()) }
        }
        return try result.get()
    }

    /// The C functions are pipe, poll, read, waitpid and kill.
    private func run() -> Result<WipedBuffer, OperationFailure> {
        func failed(_ words: String) -> Result<WipedBuffer, OperationFailure> {
            .failure(OperationFailure(.badInput, "the command for the new value \(words); nothing was changed with it"))
        }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return failed("cannot be run: \(SystemText.of(errno: errno))") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let (child, refused) = ProcessStart(
            program: "/bin/sh", arguments: ["-c", command], environment: environment,
            descriptors: [(ends[1], STDOUT_FILENO)], closed: [STDERR_FILENO], company: .ours
        ).spawn()
        close(ends[1])
        guard refused == 0 else { return failed("cannot be run: \(SystemText.of(errno: refused))") }
        let buffer = WipedBuffer()
        let deadline = ContinuousClock.now + .seconds(seconds)
        let isWhole = read(ends[0], into: buffer, until: deadline)
        if !isWhole { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard isWhole else {
            defer { buffer.wipe() }
            return failed(
                buffer.count > Self.limit
                    ? "printed more than \(Self.limit) bytes" : "did not end in \(Int(seconds)) s and was killed")
        }
        guard status == 0 else {
            buffer.wipe()
            let end = status & 0x7F == 0 ? "exit code \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
            return failed("ended with \(end), what it wrote is not shown")
        }
        return .success(buffer)
    }

    /// Until it has closed its output; false if that takes too long or is too much.
    private func read(_ descriptor: Int32, into buffer: WipedBuffer, until deadline: ContinuousClock.Instant) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { room in
            defer { room.initializeMemory(as: UInt8.self, repeating: 0) }
            while buffer.count <= Self.limit {
                let left = (deadline - ContinuousClock.now) / .milliseconds(1)
                guard left > 0 else { return false }
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, Int32(left.rounded(.up))) > 0 else { continue }
                let count = Glibc.read(descriptor, room.baseAddress, room.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count == 0 }
                buffer.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
            }
            return false
        }
    }
}
