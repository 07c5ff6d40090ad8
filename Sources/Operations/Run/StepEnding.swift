/// How a step ended, and what that means for what comes behind it.
enum StepEnding: Sendable {
    /// Leads to the next step.
    case done
    /// Leads to the end of this function; the others go on if the rollout allows.
    case leftOut(String)
    case failed(String)
    case needsPerson(String)
    /// Leads to the end of the run; nothing is said of the step.
    case stopped(OperationFailure)
}
