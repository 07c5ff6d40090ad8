extension PolicyCaller {
    /// The caller with only those statements that speak of the action.
    func only(_ action: String) -> PolicyCaller {
        func only(_ policy: AccessPolicy) -> AccessPolicy {
            AccessPolicy(name: policy.name, statements: policy.statements.filter { $0.covers(action) != .no })
        }
        return PolicyCaller(
            arn: arn, account: account, policies: policies.map(only).filter { !$0.statements.isEmpty },
            boundary: boundary.map(only), unread: unread, tags: tags)
    }
}

extension PolicyCaller {
    /// Whether any statement denies something: what was denied is told beside what is allowed another way.
    var hasDenial: Bool { policies.contains { $0.statements.contains { $0.effect == .deny } } }

    /// Whether any statement may allow anything.
    var mayReachAnything: Bool {
        !unread.isEmpty || policies.contains { $0.statements.contains { $0.effect == .allow } }
    }

    /// Whether any allowing statement's resources may cover the resource: what is no for certain need not be decided.
    func mayReach(_ resource: String) -> Bool {
        !unread.isEmpty
            || policies.contains { policy in
                policy.statements.contains { statement in
                    guard statement.effect == .allow else { return false }
                    guard case .among(let patterns)? = statement.resources else { return true }
                    return patterns.contains { $0.matches(resource) != .no }
                }
            }
    }
}

extension KeyAccess.Grant {
    func gives(_ operation: String, to caller: PolicyCaller) -> Bool {
        operations.contains(operation) && (grantee == caller.arn || grantee.hasPrefix(caller.sessionPrefix))
    }
}

extension PolicyCaller {
    /// How the ARN of each of a role's sessions begins.
    fileprivate var sessionPrefix: String {
        guard let name = AmazonResourceName(arn) else { return arn + "/" }
        return "arn:\(name.partition):sts::\(account):assumed-role/\(self.name)/"
    }
}

extension PolicyDecision {
    /// Allowed if both are, undecided if one is.
    func and(_ other: PolicyDecision) -> PolicyDecision {
        switch (self, other) {
        case (.denied, _), (.notAllowed, _): self
        case (_, .denied), (_, .notAllowed): other
        case (.undecided, _): self
        case (_, .undecided): other
        case (.allowed, .allowed): self
        }
    }
}

extension ReadableThing {
    /// The secrets, parameters and keys of the account.
    static func all(_ facts: AccountFacts, _ keys: KeyTable) -> [Reference: ReadableThing] {
        var things: [Reference: ReadableThing] = [:]
        func add(_ common: ResourceCommon, _ key: String?) {
            guard let arn = common.arn ?? facts.arn(ofParameter: common.reference) else { return }
            things[common.reference] = ReadableThing(
                reference: common.reference, arn: arn, customerKey: key, tags: common.tags)
        }
        for row in facts.secrets { add(row.common, keys.customerKey(row.kmsKey)) }
        for row in facts.parameters {
            add(row.common, row.type == "SecureString" ? keys.customerKey(row.kmsKey) : nil)
        }
        for row in facts.keys where row.manager != "AWS" { add(row.common, nil) }
        return things
    }
}

extension AccountFacts {
    /// The ARN of a parameter that the list call of an endpoint leaves out; its parts are all known.
    fileprivate func arn(ofParameter reference: Reference) -> String? {
        guard case .parameter(let name, _) = reference else { return nil }
        let known = functions.lazy.compactMap(\.common.arn).first ?? roles.keys.first
        let partition = known.flatMap(AmazonResourceName.init)?.partition ?? "aws"
        return "arn:\(partition):ssm:\(region):\(account):parameter" + (name.hasPrefix("/") ? name : "/" + name)
    }
}
