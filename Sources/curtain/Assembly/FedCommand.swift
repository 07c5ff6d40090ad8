import Glibc

/// A shell command that is fed through its standard input and must end in time.
enum FedCommand {
    enum Outcome: Equatable {
        /// Its exit code, or 128 and the signal's number; whether it read everything.
        case ended(Int32, readAll: Bool)
        /// It was killed, with all that it had started.
        case tooLong
        case notStarted(errno: Int32)
    }

    /// Runs it to its end and blocks until then. SIGPIPE must be ignored. What it prints is dropped.
    ///
    /// The C functions are pipe, posix_spawn, poll, write, waitpid and kill.
    static func run(_ command: String, environment: [String], input: [UInt8], seconds: Double) -> Outcome {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return .notStarted(errno: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let started = start(command, environment, input: ends[0])
        close(ends[0])
        guard case .success(let child) = started else {
            close(ends[1])
            if case .failure(let error) = started { return .notStarted(errno: error.errno) }
            return .tooLong
        }
        let deadline = ContinuousClock.now + .seconds(seconds)
        let readAll = feed(input, to: ends[1], until: deadline)
        close(ends[1])
        guard let status = wait(for: child, until: deadline) else {
            kill(-child, SIGKILL)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            return .tooLong
        }
        return .ended(status, readAll: readAll)
    }

    private struct NotStarted: Error { let errno: Int32 }

    /// In a process group of its own, so that what the shell started ends with it.
    private static func start(
        _ command: String, _ environment: [String], input: Int32
    ) -> Result<pid_t, NotStarted> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What we ignore, the child must not.
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        let words = ["/bin/sh", "-c", command]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) }
        defer { for text in arguments + variables { free(text) } }
        var child: pid_t = 0
        let number = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments + [nil], variables + [nil])
        return number == 0 ? .success(child) : .failure(NotStarted(errno: number))
    }

    /// Whether everything was taken.
    private static func feed(_ input: [UInt8], to pipe: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
        return input.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let written = write(pipe, rest.baseAddress, rest.count)
                if written >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                } else if errno == EAGAIN {
                    let left = (deadline - .now) / .milliseconds(1)
                    var room = pollfd(fd: pipe, events: Int16(POLLOUT), revents: 0)
                    guard left > 0, poll(&room, 1, Int32(left.rounded(.up))) >= 0 || errno == EINTR else {
                        return false
                    }
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    private static func wait(for child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while ContinuousClock.now < deadline {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F }
            guard ended == 0 || errno == EINTR else { return nil }
            usleep(2000)
        }
        return nil
    }
}
