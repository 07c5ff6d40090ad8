/// What a step came to.
public enum StepResult: String, CaseIterable, Sendable {
    /// The world is on the far side of the step, by us or already.
    case done
    /// It was refused for this function only, before anything of it was changed; the others go on.
    case leftOut
    /// It ended badly; nothing more is done to this function.
    case failed
    /// Only a person can say what is right.
    case needsPerson
}
