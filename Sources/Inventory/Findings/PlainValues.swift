import SensitiveMemory

/// Where each secret in the clear stands in the functions of one account and region, by the fingerprint of its value.
public struct PlainValues: Sendable {
    public let place: AccountPlace
    /// The variables, in the order of their names.
    let places: [Fingerprint: [Reference]]

    init(_ functions: [FunctionRow], in place: AccountPlace) {
        self.place = place
        var places: [Fingerprint: [Reference]] = [:]
        for row in functions {
            for (variable, _) in row.plainSecrets {
                if let fingerprint = variable.fingerprint {
                    places[fingerprint, default: []].append(row.reference(to: variable))
                }
            }
        }
        self.places = places.mapValues { $0.sorted { $0.text < $1.text } }
    }
}

extension AccountFacts {
    public var plainValues: PlainValues { PlainValues(functions, in: place) }
}
