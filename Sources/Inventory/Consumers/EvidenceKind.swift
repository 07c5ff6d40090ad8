/// The sorts of evidence that something depends on something else.
public enum EvidenceKind: String, Sendable, CaseIterable {
    case reference, sameValue, template, policy, cloudTrail, `extension`
}
