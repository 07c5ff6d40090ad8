import Glibc
import SensitiveMemory

/// A program of the person's, run by the shell with values on pipes, whose words are held back until they are known to
/// hold none of them.
struct PipedProgram: Sendable {
    enum Outcome: Equatable {
        /// Its exit code, or 128 and the signal's number; the last line that it wrote.
        case ended(Int32, lastLine: String)
        /// It was killed, with all that it had started.
        case tooLong
        case notStarted(errno: Int32)
    }

    /// What it writes beyond this is dropped: bytes.
    private static let outputLimit = 1 << 16

    /// Run by `/bin/sh -c`, with what follows as its arguments.
    let command: String
    let arguments: [String]
    /// `NAME=value`, nothing else.
    let environment: [String]
    let seconds: Double

    /// Runs it to its end and blocks until then. SIGPIPE must be ignored.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input; nil for nothing.
    ///   - second: what it reads from descriptor 3; nil for nothing.
    ///
    /// The C functions are pipe, poll, read, write, waitpid and kill.
    func run(input: SecretBytes?, second: SecretBytes?) -> Outcome {
        var pipes: [[Int32]] = []
        defer { for end in pipes.flatMap(\.self) where end >= 0 { close(end) } }
        for _ in 0..<3 {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return .notStarted(errno: errno) }
            // Behind the numbers that the child will have.
            for place in ends.indices {
                let moved = fcntl(ends[place], F_DUPFD_CLOEXEC, 10)
                close(ends[place])
                guard moved >= 0 else { return .notStarted(errno: errno) }
                ends[place] = moved
            }
            pipes.append(ends)
        }
        let (child, refused) = ProcessStart(
            program: "/bin/sh", arguments: ["-c", "\(command) \"$@\"", "curtain"] + arguments,
            environment: environment,
            descriptors: [
                (pipes[0][0], STDIN_FILENO), (pipes[1][1], STDOUT_FILENO), (pipes[1][1], STDERR_FILENO),
                (pipes[2][0], 3)
            ], company: .group
        ).spawn()
        guard refused == 0 else { return .notStarted(errno: refused) }
        for (pipe, end) in [(0, 0), (1, 1), (2, 0)] {
            close(pipes[pipe][end])
            pipes[pipe][end] = -1
        }
        let output = WipedBuffer()
        let deadline = ContinuousClock.now + .seconds(seconds)
        exchange(&pipes, [0: input, 2: second], output, until: deadline)
        guard let status = Self.wait(for: child, until: deadline) else {
            kill(-child, SIGKILL)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            return .tooLong
        }
        return .ended(status, lastLine: HeldOutput(output, values: [input, second].compactMap(\.self)).lastLine)
    }

    /// Gives the values and takes the words, whatever the order in which the program wants them.
    private func exchange(
        _ pipes: inout [[Int32]], _ values: [Int: SecretBytes?], _ output: WipedBuffer,
        until deadline: ContinuousClock.Instant
    ) {
        for pipe in pipes { for end in pipe where end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) } }
        var given = [0: 0, 2: 0]
        while pipes[1][0] >= 0 {
            for place in [0, 2] where pipes[place][1] >= 0 {
                if Self.give(values[place] ?? nil, from: &given[place, default: 0], to: pipes[place][1]) {
                    close(pipes[place][1])
                    pipes[place][1] = -1
                }
            }
            if Self.take(from: pipes[1][0], into: output) {
                close(pipes[1][0])
                pipes[1][0] = -1
                return
            }
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { return }
            var waiting = [pollfd(fd: pipes[1][0], events: Int16(POLLIN), revents: 0)]
            for place in [0, 2] where pipes[place][1] >= 0 {
                waiting.append(pollfd(fd: pipes[place][1], events: Int16(POLLOUT), revents: 0))
            }
            _ = poll(&waiting, nfds_t(waiting.count), Int32(min(left, 1000).rounded(.up)))
        }
    }

    /// Whether all is given, or nobody takes it any more.
    private static func give(_ value: SecretBytes?, from place: inout Int, to end: Int32) -> Bool {
        guard let value else { return true }
        return value.withUnsafeBytes { bytes in
            while place < bytes.count {
                let written = write(end, bytes.baseAddress! + place, bytes.count - place)
                if written >= 0 { place += written } else if errno != EINTR { return errno != EAGAIN }
            }
            return true
        }
    }

    /// Whether the other end is closed.
    private static func take(from end: Int32, into output: WipedBuffer) -> Bool {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
        defer {
            room.initializeMemory(as: UInt8.self, repeating: 0)
            room.deallocate()
        }
        while true {
            let count = read(end, room.baseAddress, room.count)
            if count > 0 {
                if output.count < outputLimit { output.append(UnsafeRawBufferPointer(rebasing: room[..<count])) }
            } else if count == 0 {
                return true
            } else if errno != EINTR {
                return errno != EAGAIN
            }
        }
    }

    private static func wait(for child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F }
            guard ended == 0 || errno == EINTR, ContinuousClock.now < deadline else { return nil }
            usleep(2000)
        }
    }
}
