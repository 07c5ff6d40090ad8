import Glibc

/// A program of the system, run to its end.
public enum Program {
    /// That it could not be started or did not end well.
    public struct Failed: Error {
        public let name: String
        public let status: Int32
    }

    /// Its standard output. The C functions are posix_spawnp and waitpid.
    public static func run(_ name: String, _ arguments: [String]) throws -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failed(name: "pipe", status: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Test threads run with all signals blocked, and job control is made of signals.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let argv = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for text in argv { free(text) } }
        var id: pid_t = 0
        let refused = posix_spawnp(&id, name, &actions, &attributes, argv, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard refused == 0 else { throw Failed(name: name, status: refused) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let got = read(ends[0], &chunk, chunk.count), got > 0 { output.append(contentsOf: chunk[0..<got]) }
        var status: Int32 = 0
        waitpid(id, &status, 0)
        guard status == 0 else { throw Failed(name: name, status: status) }
        return String(decoding: output, as: UTF8.self)
    }

    /// The folder in which the test's own executable lies, and with it the probes.
    public static func builtProducts() -> String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count - 1)
        let whole = String(decoding: path.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return whole.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}
