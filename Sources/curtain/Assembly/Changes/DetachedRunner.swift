import Glibc
import Operations
import SensitiveMemory

/// A run in a process of its own: a new session without a terminal, its words in a file of the plan's folder.
///
/// It is this program once more, with the same arguments. The new value, if a person has to give one, is asked for here and
/// passes through a pipe.
struct DetachedRunner {
    /// Until it has claimed the plan and begun, in seconds.
    private static let patience = 60.0

    let store: PlanStore
    let id: PlanID

    /// The arguments of this process without what is settled here.
    static func arguments(_ own: [String]) -> [String] {
        var arguments: [String] = []
        var rest = own.dropFirst()[...]
        while let argument = rest.popFirst() {
            if argument == "--value-file" || argument == "--value-command" {
                _ = rest.popFirst()
            } else if argument != "--detach", argument != "--value-stdin", !argument.hasPrefix("--value-file="),
                !argument.hasPrefix("--value-command=")
            {
                arguments.append(argument)
            }
        }
        return arguments
    }

    /// Starts it with these arguments and waits until it is under way, or has ended.
    ///
    /// - Returns: its process id while it runs; its exit code if it has ended already.
    func start(
        _ arguments: [String], value: SecretBytes?
    ) async throws(OperationFailure) -> (process: Int32, ended: Int32?) {
        let log = try store.logPath(of: id)
        let process = try spawn(
            arguments + ["--yes", "--no-input"] + (value == nil ? [] : ["--value-stdin"]), log: log, value: value)
        let deadline = ContinuousClock.now + .seconds(Self.patience)
        while true {
            if let status = Self.status(of: process) { return (process, status) }
            if try store.runner(of: id) == process, try store.plan(id).progress.isBegun { return (process, nil) }
            guard ContinuousClock.now < deadline else {
                throw OperationFailure(
                    .tryAgain, "process \(process) has not begun \(id) in \(Int(Self.patience)) s; \(log) has its words"
                )
            }
            do { try await Task.sleep(for: .milliseconds(50)) } catch {
                throw OperationFailure(.interrupted, "process \(process) goes on with \(id): curtain status \(id)")
            }
        }
    }

    /// The C functions are open, pipe, posix_spawn and write.
    private func spawn(_ arguments: [String], log: String, value: SecretBytes?) throws(OperationFailure) -> Int32 {
        func failed(_ what: String, _ number: Int32) -> OperationFailure {
            OperationFailure(.failed, "cannot start a process of its own: \(what): \(SystemText.of(errno: number))")
        }
        guard let program = ProgramPath.ofThisProcess() else { throw failed("this program's path", errno) }
        let output = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard output >= 0 else { throw failed(log, errno) }
        defer { close(output) }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw failed("pipe", errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let (child, number) = ProcessStart(
            program: program, arguments: arguments, environment: nil,
            descriptors: [(ends[0], STDIN_FILENO), (output, STDOUT_FILENO), (output, STDERR_FILENO)],
            company: .session
        ).spawn()
        guard number == 0 else {
            close(ends[1])
            throw failed(program, number)
        }
        defer { close(ends[1]) }
        guard let value else { return child }
        // A value is smaller than a pipe is wide, so that nobody is waited for.
        let written = value.withUnsafeBytes { bytes in
            DescriptorSink.writeAll(bytes, to: ends[1])
        }
        guard written == nil else {
            kill(child, SIGTERM)
            throw failed("the new value could not be handed over", EPIPE)
        }
        return child
    }

    /// The exit code if it has ended, 128 and the signal's number if it was killed. (The C function waitpid.)
    private static func status(of process: Int32) -> Int32? {
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return nil }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }
}
