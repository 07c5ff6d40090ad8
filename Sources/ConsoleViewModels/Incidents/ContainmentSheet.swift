import Inventory

/// What a containment would do, before it is done.
public struct ContainmentSheet: Sendable, Equatable {
    public let word: ContainmentWord
    public let reference: Reference
    /// What must be typed to confirm it.
    public let name: String
    public let effect: String
    /// Who else is hit.
    public let also: [String]
    public let undo: String
    public let commands: [String]

    public init(
        word: ContainmentWord, reference: Reference, name: String, effect: String, also: [String], undo: String,
        commands: [String]
    ) {
        self.word = word
        self.reference = reference
        self.name = name
        self.effect = effect
        self.also = also
        self.undo = undo
        self.commands = commands
    }
}
