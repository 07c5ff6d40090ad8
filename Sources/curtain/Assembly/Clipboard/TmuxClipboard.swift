import Operations
import SensitiveMemory

/// A tmux buffer with a name of its own: taking it back cannot touch another buffer. Whoever may attach to the server
/// can read it meanwhile.
///
/// tmux itself deletes it when its time is up (`run-shell -d`, tmux 3.2), so that it goes even if we are killed.
struct TmuxClipboard: ValueClipboard {
    let name = "tmux"
    private let program: String
    private let socket: String
    private let buffer: String

    init(_ environment: ProcessEnvironment) throws(OperationFailure) {
        guard let server = environment["TMUX"], let socket = server.split(separator: ",").first else {
            throw OperationFailure(.failed, "safety.clipboard is tmux, and this is no tmux")
        }
        guard let program = ProgramPath.find("tmux", in: environment) else {
            throw OperationFailure(.failed, "no tmux in PATH")
        }
        self.program = program
        self.socket = String(socket)
        buffer = "curtain-" + String(UInt64.random(in: .min ... .max), radix: 16)
    }

    func hold(_ value: SecretBytes, seconds: Int) async throws(OperationFailure) -> any ClipboardHold {
        // First its end, then the value.
        let delete = "\(program) -S '\(socket)' delete-buffer -b \(buffer)"
        let empty = UnsafeRawBufferPointer(start: nil, count: 0)
        guard run(["run-shell", "-b", "-d", String(seconds), delete], empty) else {
            throw OperationFailure(.failed, "tmux does not promise to delete the buffer; it must be 3.2 or newer")
        }
        guard value.withUnsafeBytes({ run(["load-buffer", "-b", buffer, "-"], $0) }) else {
            throw OperationFailure(.failed, "tmux did not take the value")
        }
        return Hold(clipboard: self, deadline: .now + .seconds(seconds))
    }

    /// Whether tmux did it.
    private func run(_ arguments: [String], _ input: UnsafeRawBufferPointer) -> Bool {
        let process: FedProcess
        do throws(FedProcess.NotStarted) {
            process = try FedProcess(
                program, ["-S", socket] + arguments, environment: ["PATH=/usr/bin:/bin", "LANG=C.UTF-8"])
        } catch {
            return false
        }
        let deadline = ContinuousClock.now + .seconds(5)
        let taken = process.feed(input, until: deadline)
        while ContinuousClock.now < deadline {
            if let status = process.status() { return status == 0 && taken }
        }
        process.end()
        return false
    }

    private struct Hold: ClipboardHold {
        let clipboard: TmuxClipboard
        let deadline: ContinuousClock.Instant

        func end() async -> ClipboardEnd {
            let empty = UnsafeRawBufferPointer(start: nil, count: 0)
            while !Task.isCancelled {
                guard clipboard.run(["show-buffer", "-b", clipboard.buffer], empty) else {
                    return ContinuousClock.now >= deadline ? .deadline : .replaced
                }
                do { try await Task.sleep(for: .milliseconds(200)) } catch { break }
            }
            _ = clipboard.run(["delete-buffer", "-b", clipboard.buffer], empty)
            let isThere = clipboard.run(["show-buffer", "-b", clipboard.buffer], empty)
            return isThere ? .stuck : .asked
        }
    }
}
