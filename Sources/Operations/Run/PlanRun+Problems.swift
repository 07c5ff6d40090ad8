extension PlanRun {
    /// A step's ending as a problem; nil if it came to its end. Throws what stops the run.
    func problem(of ending: StepEnding, _ step: PlanStep) throws(OperationFailure) -> RunProblem? {
        switch ending {
        case .done: return nil
        case .leftOut(let words): return RunProblem(step, .leftOut, words)
        case .failed(let words): return RunProblem(step, .failed, words)
        case .needsPerson(let words): return RunProblem(step, .needsPerson, words)
        case .stopped(let failure): throw failure
        }
    }
}
