/// The signs that stand for states, so that a state is never told by colour alone.
public enum ThemeGlyph: String, CaseIterable, Sendable {
    case masked, revealed, ok, stale, drift, duplicate, danger, irreversible, audit, incident, running, failed, unknown
    case link, cursor, mark

    /// A sign in both character sets.
    public struct Forms: Hashable, Sendable {
        public var unicode: String
        public var ascii: String

        public init(_ unicode: String, _ ascii: String) {
            self.unicode = unicode
            self.ascii = ascii
        }
    }

    /// What is drawn unless a theme says otherwise.
    public var standard: Forms {
        switch self {
        case .masked: Forms("••••••••", "********")
        case .revealed: Forms("◉", "SHOWN")
        case .ok: Forms("✔", "ok")
        case .stale: Forms("⚠", "!")
        case .drift: Forms("≠", "~")
        case .duplicate: Forms("≡", "=")
        case .danger: Forms("✖", "X")
        case .irreversible: Forms("⊘", "!!")
        case .audit: Forms("▤", "A")
        case .incident: Forms("▲", "INC")
        case .running: Forms("▶", ">>")
        case .failed: Forms("✗", "F")
        case .unknown: Forms("·", "?")
        case .link: Forms("→", "->")
        case .cursor: Forms("▸", ">")
        case .mark: Forms("●", "*")
        }
    }
}
