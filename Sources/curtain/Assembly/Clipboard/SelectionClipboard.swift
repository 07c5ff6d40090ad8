import Operations
import SensitiveMemory

/// The clipboard of Wayland or X: a program of its own owns the selection and answers whoever pastes.
///
/// Taking it back is ending that program, which cannot touch what somebody else put there: by then the selection is no
/// longer its own, and it has ended by itself. timeout(1) stands around it, so that the value goes even if we are killed.
struct SelectionClipboard: ValueClipboard {
    let name: String
    private let program: String
    private let arguments: [String]
    private let timeout: String
    private let environment: [String]

    /// wl-copy where there is a Wayland display, xclip where there is an X one. Throws what is missing.
    init(_ environment: ProcessEnvironment) throws(OperationFailure) {
        let (name, arguments) = try Self.choice(environment)
        guard let program = ProgramPath.find(name, in: environment) else {
            throw OperationFailure(.failed, "no \(name) in PATH: install it, or set safety.clipboard to tmux")
        }
        guard let timeout = ProgramPath.find("timeout", in: environment) else {
            throw OperationFailure(
                .failed, "no timeout(1) in PATH, without which a value might stay: install coreutils")
        }
        self.name = name
        self.program = program
        self.arguments = arguments
        self.timeout = timeout
        self.environment = environment.values(of: [
            "PATH", "HOME", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "LANG"
        ]).map { "\($0.key)=\($0.value)" }
    }

    private static func choice(
        _ environment: ProcessEnvironment
    ) throws(OperationFailure) -> (String, [String]) {
        if environment["WAYLAND_DISPLAY"] != nil { return ("wl-copy", ["--foreground", "--type", "text/plain"]) }
        if environment["DISPLAY"] != nil { return ("xclip", ["-quiet", "-selection", "clipboard", "-in"]) }
        throw OperationFailure(.failed, "there is no Wayland or X display, so no native clipboard; tmux may have one")
    }

    func hold(_ value: SecretBytes, seconds: Int) async throws(OperationFailure) -> any ClipboardHold {
        let process: FedProcess
        do throws(FedProcess.NotStarted) {
            process = try FedProcess(
                timeout, ["--kill-after=1", String(seconds), program] + arguments, environment: environment)
        } catch {
            throw OperationFailure(.failed, "\(name) cannot be started: \(SystemText.of(errno: error.errno))")
        }
        let taken = value.withUnsafeBytes { process.feed($0, until: .now + .seconds(5)) }
        guard taken else {
            process.end()
            throw OperationFailure(.failed, "\(name) did not take the value")
        }
        return Hold(process: process)
    }

    private struct Hold: ClipboardHold {
        let process: FedProcess

        func end() async -> ClipboardEnd {
            while !Task.isCancelled {
                // timeout(1) says 124 when the time was up.
                if let status = process.status() { return status == 124 || status > 128 ? .deadline : .replaced }
                do { try await Task.sleep(for: .milliseconds(50)) } catch { break }
            }
            process.end()
            return .asked
        }
    }
}
