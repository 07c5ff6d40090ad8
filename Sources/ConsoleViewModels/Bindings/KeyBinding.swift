import TerminalCanvas

/// One line of the key table: footer, `?` help and docs/keys.md are made from it.
public struct KeyBinding: Sendable, Equatable {
    /// The heading it stands under in the help.
    public enum Group: String, CaseIterable, Sendable {
        case moving = "Moving"
        case finding = "Finding"
        case values = "Values"
        case acting = "Acting"
        case incident = "Incident"
        case screens = "Screens"
    }

    /// What a key can cost.
    public enum Danger: String, Sendable {
        case none
        /// May put a value on the screen.
        case showsValue
        /// May change the account, behind a question.
        case changes
    }

    public let action: Action
    /// The first is the one that the footer names.
    public let keys: [Key]
    /// One or two words for the footer.
    public let words: String
    /// A sentence for the help.
    public let help: String
    public let group: Group
    public let danger: Danger
    /// Where it stands in the footer; nil keeps it out.
    public let footerRank: Int?
}
