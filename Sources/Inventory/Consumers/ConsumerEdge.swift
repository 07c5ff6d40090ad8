/// That one thing depends on another, and why.
public struct ConsumerEdge: Sendable, Equatable {
    /// A function, role, user or stack; a secret or parameter where the source is its key.
    public let consumer: Reference
    public let source: Reference
    public let evidence: Evidence

    public init(_ consumer: Reference, uses source: Reference, _ evidence: Evidence) {
        self.consumer = consumer
        self.source = source
        self.evidence = evidence
    }
}
