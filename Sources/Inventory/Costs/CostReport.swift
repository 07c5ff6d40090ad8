import FoundationEssentials

/// What the stores of one region cost a month, what moving would save, and which limits are near.
public struct CostReport: Sendable, Equatable {
    public let lines: [CostLine]
    public let savings: [Saving]
    /// The region's limits, then those of single things that are near.
    public let limits: [LimitUse]
    /// What is not in the sum, a line each.
    public let notCounted: [String]

    /// USD a month.
    public var month: Double { lines.reduce(0) { $0 + $1.month } }

    /// The day of the oldest price in it.
    public var asOf: String { lines.map(\.fact.read).min() ?? AWSFact.secretMonth.read }

    /// - Parameters:
    ///   - unusedKeys: keys that nothing known needs, where that was looked for.
    ///   - sharedSecrets: secrets that a resource policy opens to others.
    ///   - calls: counted calls; nil where they were not counted.
    ///   - countedElsewhere: regions that have a report of their own, which counts the replicas in them.
    public init(
        functions: [FunctionRow], parameters: [ParameterRow], secrets: [SecretRow], keys: [KeyRow],
        unusedKeys: Set<Reference> = [], sharedSecrets: Set<Reference> = [], calls: CallCount? = nil,
        countedElsewhere: Set<String> = [], now: Date
    ) {
        let living = secrets.filter { $0.deleting == nil }
        let customers = keys.filter { $0.isCustomers && $0.state != "PendingDeletion" }
        lines =
            Self.stores(parameters: parameters, secrets: living, countedElsewhere) + Self.keys(customers, now: now)
            + Self.calls(calls, parameters: parameters)
        savings = Self.savings(
            parameters: parameters, secrets: living, keys: customers, unusedKeys: unusedKeys, shared: sharedSecrets)
        limits =
            LimitUse.region(parameters: parameters, secrets: secrets, keys: keys)
            + LimitUse.near(functions: functions, parameters: parameters, secrets: secrets, keys: keys)
        notCounted = Self.notCounted(calls: calls)
    }

    private static func stores(
        parameters: [ParameterRow], secrets: [SecretRow], _ countedElsewhere: Set<String>
    ) -> [CostLine] {
        let advanced = parameters.count { $0.isAdvanced }
        let replicas = secrets.reduce(0) { $0 + ($1.replicas ?? []).count { !countedElsewhere.contains($0) } }
        return [
            CostLine(
                .parameterStore, "standard parameters", parameters.count - advanced, price: 0, .advancedParameterMonth,
                month: 0),
            CostLine(.parameterStore, "advanced parameters", advanced, at: .advancedParameterMonth),
            CostLine(.secretsManager, "secrets", secrets.count, at: .secretMonth),
            CostLine(
                .secretsManager, "replicas", replicas, at: .secretMonth, note: "billed in the regions of the replicas")
        ].filter { $0.quantity > 0 }
    }

    private static func keys(_ keys: [KeyRow], now: Date) -> [CostLine] {
        let turned = keys.reduce(0) { $0 + rotations(of: $1, now: now) }
        return [
            CostLine(.kms, "customer keys", keys.count, at: .keyMonth),
            CostLine(
                .kms, "rotations of keys", turned, at: .keyRotationMonth,
                note: "estimated from each key's age and period")
        ].filter { $0.quantity > 0 }
    }

    private static func rotations(of key: KeyRow, now: Date) -> Int {
        guard let rotation = key.rotation, rotation.enabled, let created = key.common.modified else { return 0 }
        let done = Int(now.timeIntervalSince(created) / 86_400) / (rotation.days ?? 365)
        return min(max(0, done), AWSFact.keyRotationsCharged.count)
    }

    private static func calls(_ calls: CallCount?, parameters: [ParameterRow]) -> [CostLine] {
        guard let calls else { return [] }
        func line(_ store: SecretStore, _ fact: AWSFact, free: Int = 0, note more: String = "") -> CostLine? {
            guard let counted = calls.stores[store], counted.month > 0 else { return nil }
            let month = Double(max(0, counted.month - free)) / 10_000 * fact.value
            return CostLine(
                store, "calls", counted.month, price: fact.value / 10_000, fact, month: month,
                note: counted.words + more)
        }
        let isFree = !parameters.contains(where: \.isAdvanced)
        return [
            line(.secretsManager, .secretCalls),
            line(
                .parameterStore, .parameterCalls, free: isFree ? .max : 0,
                note: isFree ? "; free at standard throughput" : "; as if all were of advanced parameters"),
            line(
                .kms, .keyCalls, free: AWSFact.keyFreeCalls.count,
                note: calls.stores[.kms]?.source == .cloudTrail ? "; decryptions alone" : "")
        ].compactMap(\.self)
    }

    private static func savings(
        parameters: [ParameterRow], secrets: [SecretRow], keys: [KeyRow], unusedKeys: Set<Reference>,
        shared: Set<Reference>
    ) -> [Saving] {
        let movable = secrets.filter {
            !$0.rotation.enabled && ($0.replicas ?? []).isEmpty && !$0.isReplica && $0.owner == nil
                && !shared.contains($0.common.reference)
        }
        let plain = parameters.filter { $0.isAdvanced && $0.policies.isEmpty }
        let idle = keys.filter { unusedKeys.contains($0.common.reference) }
        return [
            Saving(
                "move to a standard SecureString", movable.map(\.common.reference), each: AWSFact.secretMonth.value,
                condition: "if the value has at most \(AWSFact.standardParameterBytes.count) bytes, and no rotation or "
                    + "reader in another account is wanted"),
            Saving(
                "make anew in the standard tier", plain.map(\.common.reference),
                each: AWSFact.advancedParameterMonth.value,
                condition: "if the value has at most \(AWSFact.standardParameterBytes.count) bytes; a parameter cannot "
                    + "go back to the standard tier, it has to be deleted and made anew"),
            Saving(
                "schedule the deletion of keys that nothing known needs", idle.map(\.common.reference),
                each: AWSFact.keyMonth.value,
                condition: "if nothing outside this region's functions, secrets and parameters was encrypted with them")
        ].filter { !$0.references.isEmpty }
    }

    private static func notCounted(calls: CallCount?) -> [String] {
        var lines: [String] = []
        let missing = calls?.missing ?? [.parameterStore, .secretsManager, .kms]
        if !missing.isEmpty {
            let stores = missing.map { $0 == .kms ? "KMS" : $0.title }.joined(separator: ", ")
            lines.append(
                "calls of \(stores): CloudWatch has no count; curtain cost --since 14d counts them in CloudTrail")
        }
        lines.append("the trial of \(AWSFact.secretTrialDays.count) days that new accounts have for secrets")
        lines.append("taxes, discounts, and other regions")
        return lines
    }
}

extension CountedCalls {
    /// `stretched from 6 hours of CloudTrail`
    fileprivate var words: String {
        switch source {
        case .cloudTrail:
            "stretched from \(days < 1.5 ? "\(Int((days * 24).rounded())) hours" : "\(Int(days.rounded())) days") "
                + "of CloudTrail"
        case .cloudWatch: "counted by CloudWatch in \(Int(days.rounded())) days"
        }
    }
}
