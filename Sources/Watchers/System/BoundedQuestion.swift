import Glibc

/// A program that is asked something and must answer soon.
enum BoundedQuestion {
    private static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]

    /// What the program wrote; nil if it could not be started, took longer, or did not end well.
    ///
    /// It gets no environment but a path and a locale, nothing on its standard input, and is killed at the deadline.
    /// The C functions are posix_spawn, poll, read, kill and waitpid.
    static func ask(_ program: String, _ arguments: [String], milliseconds: Int) -> String? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        guard let child = start(program, arguments, output: ends[1]) else { return nil }
        let deadline = ContinuousClock.now + .milliseconds(milliseconds)
        let answer = read(ends[0], until: deadline)
        if answer == nil { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        return status == 0 ? answer : nil
    }

    /// Starts it and closes our copy of the output.
    private static func start(_ program: String, _ arguments: [String], output: Int32) -> pid_t? {
        defer { close(output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // What we ignore or block, the child must not.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let texts: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        let variables: [UnsafeMutablePointer<CChar>?] = Self.environment.map { strdup($0) }
        defer { for text in texts + variables { free(text) } }
        var child: pid_t = 0
        return posix_spawn(&child, program, &actions, &attributes, texts + [nil], variables + [nil]) == 0 ? child : nil
    }

    /// Everything up to the end; nil if it has not come by then.
    private static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> String? {
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while answer.count < 1 << 20 {
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wanted, 1, Int32(left.rounded(.up)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer.append(contentsOf: chunk.prefix(count))
        }
        return nil
    }
}
