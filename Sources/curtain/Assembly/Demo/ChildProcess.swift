import Glibc

/// A child process that we started and end by its id.
struct ChildProcess {
    let id: pid_t

    /// Why a program could not be started.
    struct Failure: Error, Sendable {
        let program: String
        let errno: Int32
    }

    /// Starts a program. `input` and `output` become its standard input and output where they are given;
    /// everything else is closed to it but standard error. The corresponding C function is posix_spawn.
    static func start(
        _ program: String, _ arguments: [String], environment: [String], input: Int32? = nil, output: Int32? = nil
    ) throws(Failure) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
        // What we ignore, the child must not inherit as ignored.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        sigaddset(&usual, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var id: pid_t = 0
        let number = withCStrings([program] + arguments) { argv in
            withCStrings(environment) { envp in posix_spawn(&id, program, &actions, &attributes, argv, envp) }
        }
        guard number == 0 else { throw Failure(program: program, errno: number) }
        return ChildProcess(id: id)
    }

    /// Waits for the end; a child that stops takes us along, and goes on with us. Returns the exit code, or
    /// 128 and the signal's number as shells say it. The corresponding C function is waitpid.
    func wait() -> Int32 {
        var status: Int32 = 0
        while true {
            let ended = waitpid(id, &status, WUNTRACED)
            if ended < 0, errno == EINTR { continue }
            guard ended == id else { return ExitStatus.ownFault.rawValue }
            if status & 0xFF == 0x7F {
                kill(getpid(), SIGSTOP)
                kill(id, SIGCONT)
                continue
            }
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
        }
    }

    /// Asks the child to end.
    func end() { kill(id, SIGTERM) }

    private static func withCStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
