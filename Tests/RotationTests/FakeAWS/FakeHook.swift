import Operations
import SensitiveMemory

/// The person's hook, run against the fake target, with the same faults as AWS's answers.
struct FakeHook: TargetHook {
    let target: FakeTarget
    let script: FaultScript?
    /// The field that the target takes of a JSON value.
    let field: String?

    func call(_ step: HookStep, _ values: HookValues, for plan: Plan) async throws(CallFailure) -> HookAnswer {
        let value = text(values.value)
        let former = values.former.map(text)
        let lost = CallFailure(.lost, OperationFailure(.stoppedHalfway, "the hook was ended before it answered"))
        let gone = CallFailure(.cancelled, OperationFailure(.interrupted, "the process is gone"))
        switch script?.verdict(changes: step != .test) ?? .pass {
        case .pass: return target.apply(step, value: value, former: former)
        case .dead: throw gone
        case .applied:
            _ = target.apply(step, value: value, former: former)
            throw gone
        case .lost:
            _ = target.apply(step, value: value, former: former)
            throw lost
        case .lostUnapplied: throw lost
        case .status(_, _, let applied):
            if applied { _ = target.apply(step, value: value, former: former) }
            throw applied ? lost : CallFailure(.busy, OperationFailure(.tryAgain, "the target is busy"))
        }
    }

    private func text(_ value: SecretBytes) -> String {
        let text = value.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        return field.flatMap { FakeAccount.field($0, of: text) } ?? text
    }
}
