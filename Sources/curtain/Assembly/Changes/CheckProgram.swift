import Operations

/// The person's check as a program.
struct CheckProgram: CheckRunning {
    let environment: ProcessEnvironment
    let seconds: Double

    func run(_ command: String, plan: PlanID, wave: Int) async throws(CallFailure) -> String? {
        let program = PipedProgram(
            command: command, arguments: [],
            environment: ProgramEnvironment.lines(
                environment, own: [("CURTAIN_PLAN", plan.text), ("CURTAIN_WAVE", String(wave))]), seconds: seconds)
        switch await program.result(input: nil, second: nil) {
        case .ended(0, _): return nil
        case .ended(let code, let line): return line.isEmpty ? "exit code \(code)" : line
        case .tooLong: return "it did not end in \(Int(seconds)) s"
        case .notStarted(let number):
            throw CallFailure(
                .refused, OperationFailure(.badInput, "\(command) cannot be run: \(SystemText.of(errno: number))"))
        }
    }
}
