extension PolicyCondition {
    /// Whether the condition holds for a request; unknown names the key on which it hangs.
    ///
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
    public func holds(in context: RequestContext) -> Truth {
        var name = condition[...]
        var quantifier: Quantifier?
        for candidate in Quantifier.allCases where name.hasPrefix(candidate.rawValue + ":") {
            quantifier = candidate
            name = name.dropFirst(candidate.rawValue.count + 1)
        }
        let ifExists = name.hasSuffix("IfExists")
        if ifExists { name = name.dropLast("IfExists".count) }
        if name == "Null" { return null(context) }
        guard let test = ConditionTest(String(name)) else { return .unknown(condition) }
        switch context[key] {
        case .unknown: return .unknown(key)
        case .absent:
            // A key that is not there fits no test but a negated one.
            return Truth(ifExists || quantifier == .forAllValues || (test.isNegated && quantifier == nil))
        case .values(let present):
            let results = present.map { test.fits($0, values, context) }
            switch quantifier {
            case .forAllValues: return results.reduce(.yes) { $0.and($1) }
            case .forAnyValue, nil: return results.reduce(.no) { $0.or($1) }
            }
        }
    }

    private enum Quantifier: String, CaseIterable {
        case forAllValues = "ForAllValues"
        case forAnyValue = "ForAnyValue"
    }

    /// `Null: true` asks that the key is not there.
    private func null(_ context: RequestContext) -> Truth {
        let wanted = values.contains { $0.lowercased() == "true" }
        return switch context[key] {
        case .unknown: .unknown(key)
        case .absent: Truth(wanted)
        case .values(let present): Truth(wanted == present.isEmpty)
        }
    }
}
