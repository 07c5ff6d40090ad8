import FoundationEssentials
import Glibc

/// A child process with its output in files; it is killed when it does not end within a minute.
final class ProcessRun: Sendable {
    /// That the program could not be started.
    struct NotStarted: Error {
        let program: String
        let errno: Int32
    }

    let id: pid_t
    private let outputPath: String
    private let errorPath: String

    /// Starts the program. `output` becomes its standard output instead of a file; `input` is
    /// the file that it reads.
    init(
        _ program: String, _ arguments: [String], environment: [String], in folder: String, output: Int32? = nil,
        input: String = "/dev/null"
    ) throws {
        let name = folder + "/run-\(UInt64.random(in: .min ... .max))"
        outputPath = name + ".out"
        errorPath = name + ".err"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT, 0o600)
        }
        posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT, 0o600)
        var id: pid_t = 0
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        let number = posix_spawn(&id, program, &actions, nil, argv, envp)
        guard number == 0 else { throw NotStarted(program: program, errno: number) }
        self.id = id
    }

    /// Waits for the end: the exit code, or 128 and the signal's number.
    func end() async throws -> Int32 {
        var status: Int32 = 0
        for _ in 0..<20_000 {
            if waitpid(id, &status, WNOHANG) == id {
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
            }
            try await Task.sleep(for: .milliseconds(3))
        }
        kill(id, SIGKILL)
        waitpid(id, &status, 0)
        return 128 + SIGKILL
    }

    func output() throws -> String { String(decoding: try outputBytes(), as: UTF8.self) }
    func error() throws -> String { String(decoding: try errorBytes(), as: UTF8.self) }

    /// What was written as it is: it need not be text.
    func outputBytes() throws -> [UInt8] { try Self.bytes(outputPath) }
    func errorBytes() throws -> [UInt8] { try Self.bytes(errorPath) }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}
