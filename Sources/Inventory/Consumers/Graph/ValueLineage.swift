import SensitiveMemory

/// What the variables hold of stored values whose fingerprints were taken: versions that the store still gives out, and
/// older ones that are known by standing where such a version stands in another version of the function.
struct ValueLineage {
    /// A variable and what it holds.
    struct Held {
        let slot: VariableSlot
        let source: Reference
        /// nil: a value that the store no longer gives out.
        let stored: StoredFingerprint?
        /// For an older value, the variable by which it is known.
        let knownBy: VariableSlot?
    }

    private(set) var held: [Held] = []

    /// - Parameters:
    ///   - stored: the fingerprints that were taken.
    ///   - slots: all variables that may hold a secret, by fingerprint.
    init(_ stored: [StoredFingerprint], slots: [Fingerprint: [VariableSlot]]) {
        guard !stored.isEmpty else { return }
        struct Place: Hashable {
            let function: String
            let name: String
        }
        var sources: [Place: Reference] = [:]
        var known: Set<Fingerprint> = []
        for fingerprint in stored {
            known.insert(fingerprint.fingerprint)
            for slot in slots[fingerprint.fingerprint] ?? [] {
                sources[Place(function: slot.function, name: slot.name)] = fingerprint.source
                held.append(Held(slot: slot, source: fingerprint.source, stored: fingerprint, knownBy: nil))
            }
        }
        guard !sources.isEmpty else { return }
        for (fingerprint, holders) in slots where !known.contains(fingerprint) {
            let origin = holders.first { sources[Place(function: $0.function, name: $0.name)] != nil }
            guard let origin, let source = sources[Place(function: origin.function, name: origin.name)] else {
                continue
            }
            for slot in holders { held.append(Held(slot: slot, source: source, stored: nil, knownBy: origin)) }
        }
        held.sort { ($0.slot.reference.text, $0.source.text) < ($1.slot.reference.text, $1.source.text) }
    }
}
