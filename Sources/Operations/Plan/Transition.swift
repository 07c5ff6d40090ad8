/// Whether the old and the new value work side by side. Each rotation declares it; nothing can be told from the value.
public enum Transition: String, CaseIterable, Sendable {
    /// Both are valid until the old one is retired: API keys, two access keys, alternating users.
    case overlap
    /// The old one dies when the target takes the new one: one password.
    case cutover
}
