import Inventory

/// One step that did not come to its end, and why.
public struct RunProblem: Sendable, Equatable {
    public let step: StepKey
    public let reference: Reference
    public let result: StepResult
    public let words: String

    public init(step: StepKey, reference: Reference, result: StepResult, words: String) {
        self.step = step
        self.reference = reference
        self.result = result
        self.words = words
    }

    /// Whether it is a step that waits for a person, as it was meant to.
    var waits: Bool {
        result == .needsPerson
            && StepAction(rawValue: String(step.text.prefix { $0 != " " }))?.waitsForPerson == true
    }

    /// One line for a person.
    public var text: String { "\(reference): \(words)" }
}
