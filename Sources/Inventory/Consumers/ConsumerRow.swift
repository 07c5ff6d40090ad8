/// A row of `used-by` or `reach`: the thing at the other end, with all the evidence for it.
public struct ConsumerRow: Sendable, Equatable {
    public let reference: Reference
    /// The strongest first.
    public let evidence: [Evidence]

    public init(reference: Reference, evidence: [Evidence]) {
        self.reference = reference
        self.evidence = evidence.enumerated().sorted {
            ($1.element.certainty, $0.element.rule.order, $0.offset)
                < ($0.element.certainty, $1.element.rule.order, $1.offset)
        }.map(\.element)
    }

    /// That of the strongest evidence.
    public var certainty: Certainty { evidence.first?.certainty ?? .possible }
    /// What stands between, by the strongest evidence.
    public var via: Reference? { evidence.lazy.compactMap(\.via).first }
    /// The kinds of evidence, each once, the strongest first.
    public var kinds: [EvidenceKind] {
        evidence.reduce(into: []) { if !$0.contains($1.kind) { $0.append($1.kind) } }
    }
    /// Whether the only evidence is a right to read: nothing says that it does.
    public var isOnlyAllowed: Bool { evidence.allSatisfy { $0.kind == .policy } }
}
