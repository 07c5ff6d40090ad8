/// A kind of work that a person does with curtain, and needs rights for.
public enum PermissionWork: String, CaseIterable, Sendable {
    /// Lists, details, who uses what, findings, costs, CloudTrail. No value.
    case browse
    /// An incident: browse, reveal, compare, match and containment.
    case respond
    /// Rotate, redeploy and move: browse, read and write values, configuration, versions and aliases.
    case rotate
}
