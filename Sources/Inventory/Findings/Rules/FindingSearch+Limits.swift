extension FindingSearch {
    func limits() -> [Finding] {
        let near = LimitUse.near(
            functions: facts.functions, parameters: facts.parameters, secrets: facts.secrets, keys: facts.keys)
        let region = LimitUse.region(parameters: facts.parameters, secrets: facts.secrets, keys: facts.keys).filter(
            \.isNear)
        return (near + region).map { use in
            let rule: FindingRule =
                use.reference == nil ? .regionFull : use.limit == .environmentBytes ? .environmentFull : .versionsFull
            return finding(
                rule, use.reference, about: use.limit.name, "\(use.used) of \(use.limit.count) \(use.limit.unit)",
                severity: use.share >= 0.98 && rule != .regionFull ? .high : nil)
        }
    }

    /// Values that were read with a note. How long one is is part of it: only that it is near its limit is told.
    func fullValues() -> [Finding] {
        facts.nearlyFull.map { reference, limit in
            finding(
                .valueFull, reference, "it takes 90 % or more of the \(limit.count / 1024) KB of \(limit.holder)",
                fix: fix(limit, reference))
        }
    }

    private func fix(_ limit: AWSFact, _ reference: Reference) -> String {
        let word = reference.shellWord
        let secret = "curtain plan move \(word) --to secret (\(AWSFact.secretBytes.count / 1024) KB)"
        let envelope = "keep it sealed where there is room, its key in KMS: curtain plan envelope"
        return switch limit {
        case .standardParameterBytes:
            "curtain plan set \(word) --tier Advanced (\(AWSFact.advancedParameterBytes.count / 1024) KB), \(secret), or "
                + envelope
        case .advancedParameterBytes: "\(secret), or \(envelope)"
        case _: envelope
        }
    }
}

extension AWSFact {
    /// What the limit of a value's bytes is the limit of.
    fileprivate var holder: String {
        switch self {
        case .standardParameterBytes: "a standard parameter"
        case .advancedParameterBytes: "an advanced parameter"
        case _: "a secret"
        }
    }
}
