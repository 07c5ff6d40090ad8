/// Evidence by the thing that it is about.
struct Gathered {
    private var evidence: [Reference: [Evidence]] = [:]

    mutating func add(_ reference: Reference, _ piece: Evidence) {
        guard evidence[reference]?.contains(piece) != true else { return }
        evidence[reference, default: []].append(piece)
    }

    /// What is more than a right to read first, the surer first, then by reference.
    var rows: [ConsumerRow] {
        evidence.map { ConsumerRow(reference: $0.key, evidence: $0.value) }.map { ($0.reference.text, $0) }.sorted {
            ($0.1.isOnlyAllowed ? 1 : 0, $1.1.certainty, $0.0) < ($1.1.isOnlyAllowed ? 1 : 0, $0.1.certainty, $1.0)
        }.map(\.1)
    }
}
