/// What a cell means; the theme decides how that looks. State is never told by the role alone: a glyph
/// or a word stands beside it.
public enum StyleRole: UInt8, CaseIterable, Sendable {
    case background, surface, text, muted, border, borderFocus, selection, keyHint
    case masked, revealed, ok, stale, drift, duplicate, danger, irreversible
    case audit, incident, shareBanner, readOnly, running, failed, unknown, searchMatch
    case header, title, link, prompt
}
