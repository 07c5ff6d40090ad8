import Glibc

/// A program that is fed through its standard input. What it prints is dropped.
struct FedProcess {
    struct NotStarted: Error { let errno: Int32 }

    let id: pid_t
    private let input: Int32

    /// Starts it in a process group of its own, so that what it starts ends with it. SIGPIPE must be ignored.
    ///
    /// The C function is pipe.
    init(_ program: String, _ arguments: [String], environment: [String]) throws(NotStarted) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw NotStarted(errno: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (child, number) = ProcessStart(
            program: program, arguments: arguments, environment: environment, descriptors: [(ends[0], STDIN_FILENO)],
            closed: [STDOUT_FILENO, STDERR_FILENO], company: .group
        ).spawn()
        close(ends[0])
        guard number == 0 else {
            close(ends[1])
            throw NotStarted(errno: number)
        }
        id = child
        input = ends[1]
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
    }

    /// Writes everything and closes its input; whether all was taken by then. Once only.
    func feed(_ bytes: UnsafeRawBufferPointer, until deadline: ContinuousClock.Instant) -> Bool {
        defer { close(input) }
        var rest = bytes
        while !rest.isEmpty {
            let written = write(input, rest.baseAddress, rest.count)
            if written >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            } else if errno == EAGAIN {
                let left = (deadline - .now) / .milliseconds(1)
                var room = pollfd(fd: input, events: Int16(POLLOUT), revents: 0)
                guard left > 0, poll(&room, 1, Int32(left.rounded(.up))) >= 0 || errno == EINTR else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// The exit code, or 128 and the signal's number, if it has ended; nil while it runs. (The C function waitpid.)
    func status() -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(id, &status, WNOHANG)
            if ended == id { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F }
            if ended == 0 { return nil }
            // It is not ours to wait for any more.
            guard errno == EINTR else { return 0 }
        }
    }

    /// Ends it and what it started, and waits until it has ended.
    func end() {
        kill(-id, SIGKILL)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }
}
