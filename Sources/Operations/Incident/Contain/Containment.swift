/// A containment as the timeline keeps it: what it changes, in which order, and what was there before.
public struct Containment: Equatable, Sendable {
    /// A change and the state that it found.
    public struct Step: Equatable, Sendable {
        public let change: AccountChange
        /// What brings it back.
        public let before: AccountChange

        public init(_ change: AccountChange, before: AccountChange) {
            self.change = change
            self.before = before
        }
    }

    /// `c-7f3a`
    public let id: String
    public let action: ContainmentAction
    /// What it is about, in the reference grammar.
    public let reference: String
    public let account: String
    public let region: String
    /// In the order in which they are made; an undo goes backwards.
    public let steps: [Step]

    public init(
        id: String, action: ContainmentAction, reference: String, account: String, region: String, steps: [Step]
    ) {
        self.id = id
        self.action = action
        self.reference = reference
        self.account = account
        self.region = region
        self.steps = steps
    }

    /// A name that two people do not choose at once.
    public static func newID(random: UInt16 = .random(in: .min ... .max)) -> String {
        let digits = String(random, radix: 16)
        return "c-" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
