import Operations
import Synchronization

/// Tells on standard error how a run goes, a line when something changes.
final class RunWatcher: Sendable {
    private let quiet: Bool
    private let numbers: [StepKey: Int]
    private let count: Int
    private let waiting = Mutex<[StepKey: String]>([:])

    convenience init(_ plan: Plan, rollout: Rollout, quiet: Bool) {
        self.init(steps: plan.steps(in: rollout), quiet: quiet)
    }

    init(steps: [PlanStep], quiet: Bool) {
        self.quiet = quiet
        count = steps.count
        numbers = Dictionary(steps.enumerated().map { ($0.element.key, $0.offset + 1) }, uniquingKeysWith: { $1 })
    }

    /// May be called from several threads.
    var observe: @Sendable (RunEvent) -> Void {
        { [self] event in if !quiet { tell(event) } }
    }

    private func tell(_ event: RunEvent) {
        switch event {
        case .began: return
        case .wave(let number, let count): StandardError.line("wave \(number) of \(count)")
        case .waits(let step, let direction, let words):
            let isNew = waiting.withLock { $0.updateValue(words, forKey: step.key) != words }
            if isNew { StandardError.line("\(name(step, direction))  … \(words)") }
        case .ended(let step, let direction, let result, let words):
            waiting.withLock { $0[step.key] = nil }
            let end = words.map { "\(result.rawValue): \($0)" } ?? result.rawValue
            StandardError.line("\(name(step, direction))  \(end)")
        }
    }

    private func name(_ step: PlanStep, _ direction: Direction) -> String {
        let number = numbers[step.key].map { "\($0)/\(count)" } ?? "-"
        let verb = direction == .back ? "undo \(step.action.rawValue)" : step.action.rawValue
        return "\(number)  \(verb)  \(step.reference)"
    }
}
