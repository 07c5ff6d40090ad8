import Dispatch
import Inventory
import Operations
import SensitiveMemory

/// The person's hook as a program (docs/hooks.md).
struct HookProgram: TargetHook {
    let environment: ProcessEnvironment
    let seconds: Double

    func call(_ step: HookStep, _ values: HookValues, for plan: Plan) async throws(CallFailure) -> HookAnswer {
        guard let command = plan.hook else {
            throw CallFailure(.refused, OperationFailure(.ownFault, "the plan has no hook"))
        }
        let program = PipedProgram(
            command: command, arguments: [step.rawValue],
            environment: ProgramEnvironment.lines(
                environment,
                own: [
                    ("CURTAIN_STEP", step.rawValue), ("CURTAIN_PLAN", plan.id.text), ("CURTAIN_REF", plan.subject.text),
                    ("CURTAIN_ACCOUNT", plan.account), ("CURTAIN_REGION", plan.region),
                    ("CURTAIN_TRANSITION", plan.transition?.rawValue ?? "")
                ]), seconds: seconds)
        switch await program.result(input: values.value, second: values.former) {
        case .ended(0, _): return .yes
        case .ended(let code, let line):
            if code == 126 || code == 127 {
                throw CallFailure(.refused, OperationFailure(.badInput, "the hook cannot be run: \(line)"))
            }
            return .no(line.isEmpty ? "exit code \(code)" : line)
        case .tooLong:
            throw CallFailure(
                .lost, OperationFailure(.stoppedHalfway, "the hook did not end in \(Int(seconds)) s and was killed"))
        case .notStarted(let number):
            throw CallFailure(
                .refused, OperationFailure(.badInput, "the hook cannot be run: \(SystemText.of(errno: number))"))
        }
    }
}

extension PipedProgram {
    /// `run` without keeping a thread of the pool.
    func result(input: SecretBytes?, second: SecretBytes?) async -> Outcome {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: run(input: input, second: second)) }
        }
    }
}
