/// One reason to say that a consumer depends on a source.
public struct Evidence: Sendable, Equatable {
    /// Which rule found it; docs/used-by.md explains each.
    public let rule: EvidenceRule
    /// One line about this very case. Never has a value in it.
    public let detail: String
    /// What stands between the two: the variable, the role, the stack, the secret of a key.
    public let via: Reference?
    public let certainty: Certainty

    public init(_ rule: EvidenceRule, _ detail: String, via: Reference? = nil, certainty: Certainty? = nil) {
        self.rule = rule
        self.detail = detail
        self.via = via
        self.certainty = certainty ?? rule.certainty
    }

    public var kind: EvidenceKind { rule.kind }
}
