import SensitiveMemory

/// A plan that a person wants carried out, in one direction.
public struct PlanOrder: Sendable, Equatable {
    /// `p-1a2b3c4d`
    public let plan: String
    public let command: PlanCommand
    /// Why, for the audit trail.
    public let note: String?
    /// The new value, if it was typed; whoever runs the plan wipes it.
    public let value: SecretBytes?
    /// What the person says to a plan that waits for them.
    public let word: PlanWord?
    /// Whether it runs in a process of its own, which goes on without the console.
    public let isDetached: Bool

    public init(
        plan: String, command: PlanCommand, note: String?, value: SecretBytes? = nil, word: PlanWord? = nil,
        isDetached: Bool = false
    ) {
        self.plan = plan
        self.command = command
        self.note = note
        self.value = value
        self.word = word
        self.isDetached = isDetached
    }

    /// Two values are the same if they are one.
    public static func == (left: PlanOrder, right: PlanOrder) -> Bool {
        left.plan == right.plan && left.command == right.command && left.note == right.note
            && left.value === right.value && left.word == right.word
            && left.isDetached == right.isDetached
    }
}
