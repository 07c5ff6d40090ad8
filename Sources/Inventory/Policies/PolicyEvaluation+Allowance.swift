extension PolicyEvaluation {
    /// What one side allows: the words say by which statement, or on what it hangs.
    enum Allowance: Equatable {
        case yes(String)
        case unknown(String)
        case no

        /// The first that is certain, otherwise the first that is possible.
        func or(_ other: Allowance) -> Allowance {
            switch (self, other) {
            case (.yes, _): self
            case (_, .yes): other
            case (.unknown, _): self
            case (.no, _): other
            }
        }

        /// Only as far as the other allows it too.
        func limited(by other: Allowance) -> Allowance {
            switch (self, other) {
            case (.no, _), (_, .no): .no
            case (.unknown, _): self
            case (.yes, .unknown(let why)): .unknown(why)
            case (.yes, .yes): self
            }
        }
    }

    /// What the allowing statements of some identity policies say.
    static func allows(
        _ policies: [AccessPolicy], _ action: String, _ resource: String, _ context: RequestContext
    ) -> Allowance {
        var result = Allowance.no
        for policy in policies {
            for statement in policy.statements where statement.effect == .allow {
                result = result.or(
                    allowance(policy, statement, statement.applies(to: action, on: resource, in: context)))
                if case .yes = result { return result }
            }
        }
        return result
    }

    /// What a resource's policy says to the caller itself, and to its account.
    static func allows(
        _ statements: [(AccessPolicy, PolicyStatement)], to caller: PolicyCaller, _ action: String,
        _ resource: String, _ context: RequestContext
    ) -> (direct: Allowance, session: Allowance, account: Allowance) {
        var (direct, session, account) = (Allowance.no, Allowance.no, Allowance.no)
        for (policy, statement) in statements where statement.effect == .allow {
            guard statement.concerns(caller) == .yes else { continue }
            let found = allowance(policy, statement, statement.applies(to: action, on: resource, in: context))
            if statement.principal == .among([.everybody]) {
                // Everybody includes the session itself, which a boundary of its role does not limit.
                session = session.or(found)
            }
            if statement.names(caller) { direct = direct.or(found) } else { account = account.or(found) }
        }
        return (direct, session, account)
    }

    private static func allowance(
        _ policy: AccessPolicy, _ statement: PolicyStatement, _ applies: Truth
    ) -> Allowance {
        switch applies {
        case .yes: .yes(words(policy, statement))
        case .unknown(let key): .unknown("\(words(policy, statement)) allows it depending on \(key)")
        case .no: .no
        }
    }
}
