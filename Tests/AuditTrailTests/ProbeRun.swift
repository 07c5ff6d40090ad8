import FoundationEssentials
import Glibc
import Testing

/// A run of a program with its standard output in a file; killed when it does not end within half a minute.
struct ProbeRun {
    /// The exit code, or 128 and the signal's number.
    let status: Int32
    let output: String

    /// The receipts that the probe printed: it was told that these are on the disk.
    var receipts: [(sequence: Int, hash: String)] {
        output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, words[0] == "written", let sequence = Int(words[1]), words[2].count == 64 else {
                return nil
            }
            return (sequence, String(words[2]))
        }
    }

    /// The program that was built beside this test bundle.
    static func built(_ name: String) throws -> String {
        let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        let bundle = try #require(maps.split(separator: "\n").first { $0.hasSuffix(".xctest") }, "no test bundle")
        let path = try #require(bundle.firstIndex(of: "/").map { bundle[$0...] })
        return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    }

    init(_ program: String, _ arguments: [String], output path: String) async throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // What this process ignores or blocks its child must not: a signal is one of the faults.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let words: [String] = [program] + arguments
        let environment: [String] = ["PATH=/usr/bin:/bin"]
        let argv = words.map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var id: pid_t = 0
        let number = posix_spawn(&id, program, &actions, &attributes, argv, envp)
        try #require(number == 0, "the program cannot be started")
        status = try await ProbeRun.end(of: id)
        output = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    private static func end(of id: pid_t) async throws -> Int32 {
        var status: Int32 = 0
        for _ in 0..<15_000 {
            if waitpid(id, &status, WNOHANG) == id {
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        kill(id, SIGKILL)
        waitpid(id, &status, 0)
        return 128 + SIGKILL
    }
}
