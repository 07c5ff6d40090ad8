/// A containment before it is done: what it changes, what that means, who else is hit, how it is taken back.
public struct ContainmentPlan: Equatable, Sendable {
    /// The inline policy that denies old sessions.
    public static let sessionPolicyName = SessionDenial.name

    public let action: ContainmentAction
    /// In the reference grammar.
    public let reference: String
    /// What must be typed to confirm it.
    public let name: String
    public let effect: String
    public let also: [String]
    /// What of the undo is not as it was before, or may fail.
    public let undoRemarks: [String]
    public let steps: [Containment.Step]

    init(
        _ action: ContainmentAction, _ reference: String, name: String, effect: String, also: [String],
        undoRemarks: [String] = [], steps: [Containment.Step]
    ) {
        self.action = action
        self.reference = reference
        self.name = name
        self.effect = effect
        self.also = also
        self.undoRemarks = undoRemarks
        // What is so already needs no call and no undo.
        self.steps = steps.filter { $0.change != $0.before }
    }

    /// The undo in words, in its order.
    public var undo: String {
        guard !steps.isEmpty else { return "nothing to take back: it is so already" }
        let words = steps.reversed().map(\.before.words).joined(separator: "; then ")
        return ([words] + undoRemarks).joined(separator: ". ")
    }

    /// The equivalent calls of the AWS CLI.
    public var commands: [String] { steps.map(\.change.command) }

    static func denied(_ message: String) -> OperationFailure { OperationFailure(.denied, message) }
}
