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
    static func run(
        _ command: String, environment: [String], input: UnsafeRawBufferPointer, seconds: Double
    ) -> Outcome {
        let process: FedProcess
        do throws(FedProcess.NotStarted) {
            process = try FedProcess("/bin/sh", ["-c", command], environment: environment)
        } catch {
            return .notStarted(errno: error.errno)
        }
        let deadline = ContinuousClock.now + .seconds(seconds)
        let readAll = process.feed(input, until: deadline)
        while ContinuousClock.now < deadline {
            if let status = process.status() { return .ended(status, readAll: readAll) }
            usleep(2000)
        }
        process.end()
        return .tooLong
    }

    static func run(_ command: String, environment: [String], input: [UInt8], seconds: Double) -> Outcome {
        input.withUnsafeBytes { run(command, environment: environment, input: $0, seconds: seconds) }
    }
}
