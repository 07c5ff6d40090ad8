import SensitiveMemory

extension Finding {
    /// The secrets that are in functions of several regions or accounts, each once, at the first of its places; and the ids
    /// of the findings that the single regions have of them, in whose stead these stand.
    ///
    /// Fingerprints compare only under one key: the values must have been read by one run.
    static func shared(among regions: [PlainValues]) -> (findings: [Finding], instead: Set<String>) {
        var spots: [Fingerprint: [(place: AccountPlace, reference: Reference)]] = [:]
        for region in regions {
            for (fingerprint, references) in region.places {
                spots[fingerprint, default: []] += references.map { (region.place, $0) }
            }
        }
        let accounts = Set(regions.map(\.place.account)).count
        var findings: [Finding] = []
        var instead: Set<String> = []
        for spots in spots.values {
            guard let first = spots.first, spots.contains(where: { $0.place != first.place }) else { continue }
            let others = spots.dropFirst().map { spot in
                guard spot.place != first.place else { return spot.reference.text }
                let account = accounts > 1 ? " of \(spot.place.account)" : ""
                return "\(spot.reference.text) in \(spot.place.region)\(account)"
            }
            let more = others.count > 4 ? " and \(others.count - 4) more" : ""
            findings.append(
                Finding(
                    .sharedSecret, first.reference,
                    "the same value is in \(others.prefix(4).joined(separator: ", "))\(more)",
                    severity: spots.count > 3 ? .high : nil, in: first.place))
            // A region's own is at the first of its places.
            for (number, spot) in spots.enumerated() where number == 0 || spots[number - 1].place != spot.place {
                instead.insert(Finding(.sharedSecret, spot.reference, "", in: spot.place).id)
            }
        }
        return (findings, instead)
    }
}
