import Glibc

/// How a program of somebody else's begins: with the descriptors that it is given, and without the signals that we
/// ignore. All our own descriptors are closed in it.
struct ProcessStart {
    /// What it belongs to.
    enum Company {
        /// Our own process group: the terminal's Ctrl-C reaches it too.
        case ours
        /// A group of its own, so that what it starts ends with it.
        case group
        /// A session of its own: the end of this terminal is not its end.
        case session
    }

    let program: String
    /// Behind the program's name.
    let arguments: [String]
    /// `NAME=value`, nothing else; nil: ours.
    let environment: [String]?
    /// Which of our descriptors it has, and under which number.
    let descriptors: [(own: Int32, its: Int32)]
    /// Its numbers that lead nowhere.
    var closed: [Int32] = []
    let company: Company

    /// POSIX_SPAWN_SETSID of glibc's spawn.h.
    private static let setSession: Int16 = 0x80

    /// The id of the process, or the errno of what was refused. (The C function posix_spawn.)
    func spawn() -> (id: pid_t, errno: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (own, its) in descriptors { posix_spawn_file_actions_adddup2(&actions, own, its) }
        for its in closed { posix_spawn_file_actions_addopen(&actions, its, "/dev/null", O_WRONLY, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What we ignore, the child must not.
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        switch company {
        case .ours: posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        case .group:
            posix_spawnattr_setpgroup(&attributes, 0)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        case .session: posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Self.setSession)
        }
        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        let lines: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) }
        defer { for text in words + lines { free(text) } }
        var id: pid_t = 0
        let number =
            if environment == nil {
                posix_spawn(&id, program, &actions, &attributes, words + [nil], environ)
            } else {
                posix_spawn(&id, program, &actions, &attributes, words + [nil], lines + [nil])
            }
        return (id, number)
    }
}
