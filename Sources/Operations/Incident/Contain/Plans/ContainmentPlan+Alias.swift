import FoundationEssentials

extension ContainmentPlan {
    /// `alias-back alias:FUNCTION/NAME`: to the version before the one that it is on, or to one that is named.
    static func aliasBack(_ facts: AliasFacts, to wanted: String? = nil) throws(OperationFailure) -> ContainmentPlan {
        let target = try target(facts, wanted)
        var also = [
            "every caller of \(facts.function):\(facts.name)",
            "version \(target.number) has the environment of its day"
                + (target.published.map { " (" + $0.formatted(Date.ISO8601FormatStyle()) + ")" } ?? "")
                + ": an older value of a copied secret among it"
        ]
        if !facts.weights.isEmpty {
            also.append(
                "weights that are on the alias now end: "
                    + facts.weights.map { "\($0.weight) to version \($0.version)" }.joined(separator: ", "))
        }
        return ContainmentPlan(
            .aliasBack, "alias:\(facts.function)/\(facts.name)", name: facts.name,
            effect: "\(facts.function):\(facts.name) runs version \(target.number) instead of \(facts.version)",
            also: also,
            steps: [
                Containment.Step(
                    .alias(function: facts.function, name: facts.name, version: String(target.number), weights: []),
                    before: .alias(
                        function: facts.function, name: facts.name, version: facts.version, weights: facts.weights))
            ])
    }

    private static func target(_ facts: AliasFacts, _ wanted: String?) throws(OperationFailure) -> AliasFacts.Version {
        if let wanted {
            guard let version = facts.versions.first(where: { String($0.number) == wanted }) else {
                throw OperationFailure(.notFound, "\(facts.function) has no version \(wanted)")
            }
            return version
        }
        guard let current = Int(facts.version) else {
            throw OperationFailure(
                .usage, "alias \(facts.name) is on \(facts.version); name the version to go back to with --to")
        }
        guard let version = facts.versions.last(where: { $0.number < current }) else {
            throw OperationFailure(.notFound, "\(facts.function) has no version before \(current)")
        }
        return version
    }
}
