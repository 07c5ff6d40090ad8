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
            guard let arn = common.arn else { return }
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
