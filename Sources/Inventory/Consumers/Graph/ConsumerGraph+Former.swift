import SensitiveMemory

/// A value that a store no longer gives out, known by the variables in which it stood beside values that it does.
public struct FormerValue: Sendable, Equatable {
    public let fingerprint: Fingerprint
    /// The name of the variables that it is known by; under another name it may be anything.
    public let variable: String
    /// The field of a JSON value that stood there; nil for the whole.
    public let field: String?

    public init(fingerprint: Fingerprint, variable: String, field: String?) {
        self.fingerprint = fingerprint
        self.variable = variable
        self.field = field
    }
}

extension ConsumerGraph {
    /// What versions of functions hold in a variable in which another version, or another function with the same value
    /// there, holds a stored value of the source. Needs the fingerprints of stored values.
    public func formerValues(of source: Reference) -> [FormerValue] {
        struct Place: Hashable {
            let function: String
            let name: String
        }
        var places: [Place: String?] = [:]
        var known: [Fingerprint: (name: String, field: String?)?] = [:]
        for stored in facts.stored where stored.source == source {
            known[stored.fingerprint] = .some(nil)
            for slot in slots[stored.fingerprint] ?? [] {
                let place = Place(function: slot.function, name: slot.name)
                // A field says more than the whole.
                let former = places[place, default: nil]
                places[place] = .some(stored.field ?? former)
            }
        }
        var isGrowing = !places.isEmpty
        while isGrowing {
            isGrowing = false
            for (fingerprint, holders) in slots where known[fingerprint] == nil {
                guard
                    let origin = holders.lazy.compactMap({ slot in
                        places[Place(function: slot.function, name: slot.name)].map { (name: slot.name, field: $0) }
                    }).first
                else { continue }
                known[fingerprint] = .some(origin)
                for slot in holders where slot.name == origin.name {
                    places[Place(function: slot.function, name: slot.name)] = origin.field
                }
                isGrowing = true
            }
        }
        return known.compactMap { fingerprint, origin in
            origin.map { FormerValue(fingerprint: fingerprint, variable: $0.name, field: $0.field) }
        }.sorted { ($0.variable, $0.fingerprint.hex) < ($1.variable, $1.fingerprint.hex) }
    }
}
