import Inventory

/// How much a list shall tell, and when.
public struct ListOptions: Sendable, Equatable {
    /// Also what the list call itself does not tell, at one or two more calls a row.
    public var detail: Bool
    /// Also tags where they cost a call of their own.
    public var tags: Bool
    /// Whether variables become links: for functions this lists secrets, parameters and keys too, unless they were.
    public var links: Bool
    /// Rows at once, and again when more is known; otherwise each row once, when it is complete.
    public var early: Bool
    /// Whether names are kept for the links of other lists. Without, a list of any length needs no more memory than a
    /// short one.
    public var remembered: Bool

    public init(
        detail: Bool = false, tags: Bool = false, links: Bool = false, early: Bool = false, remembered: Bool = true
    ) {
        self.detail = detail
        self.tags = tags
        self.links = links
        self.early = early
        self.remembered = remembered
    }

    /// What a screen wants: rows as soon as there are any, and for keys, of which the list call tells only ids, more
    /// as it comes.
    public static func screen(_ kind: ResourceKind) -> ListOptions { ListOptions(detail: kind == .key, early: true) }
}
