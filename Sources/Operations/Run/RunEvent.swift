/// What a run tells those who watch it.
public enum RunEvent: Sendable {
    case began(PlanStep, Direction)
    /// It is on its way; what it waits for, in words.
    case waits(PlanStep, Direction, String)
    case ended(PlanStep, Direction, StepResult, String?)
    /// A wave begins, of so many.
    case wave(Int, of: Int)
}
