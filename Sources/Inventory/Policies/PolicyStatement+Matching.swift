extension PolicyStatement {
    /// Whether the statement speaks of the action on the resource in that context, leaving principals aside.
    func applies(to action: String, on resource: String, in context: RequestContext) -> Truth {
        covers(action).and(covers(resource: resource, context)).and(holds(in: context))
    }

    /// Whether the statement speaks of the action.
    func covers(_ action: String) -> Truth {
        switch actions {
        case .among(let patterns): Truth(patterns.contains { $0.matches(action) == .yes })
        case .notAmong(let patterns): Truth(!patterns.contains { $0.matches(action) == .yes })
        }
    }

    private func covers(resource: String, _ context: RequestContext) -> Truth {
        func any(_ patterns: [PolicyPattern]) -> Truth {
            var result = Truth.no
            for pattern in patterns {
                result = result.or(pattern.matches(resource, variables: context.single))
                if result == .yes { break }
            }
            return result
        }
        switch resources {
        case nil: return .yes
        case .among(let patterns)?: return any(patterns)
        case .notAmong(let patterns)?: return any(patterns).negated
        }
    }

    private func holds(in context: RequestContext) -> Truth {
        var result = Truth.yes
        for condition in conditions {
            result = result.and(condition.holds(in: context))
            if result == .no { break }
        }
        return result
    }

    /// Whether the statement of a resource policy speaks of the caller.
    func concerns(_ caller: PolicyCaller) -> Truth {
        switch principal {
        case nil: .no
        case .among(let principals)?: principals.contains { $0.includes(caller) } ? .yes : .no
        case .notAmong(let principals)?: principals.contains { $0.includes(caller) } ? .no : .yes
        }
    }

    /// Whether the statement names the caller itself and not only its account.
    func names(_ caller: PolicyCaller) -> Bool {
        switch principal {
        case .among(let principals)?:
            principals.contains { principal in
                switch principal {
                case .everybody: true
                case .aws(let text): text == caller.arn
                case .service, .other: false
                }
            }
        case .notAmong?, nil: false
        }
    }
}

extension PolicyStatement.Principal {
    /// The caller itself, or the account that it belongs to.
    fileprivate func includes(_ caller: PolicyCaller) -> Bool {
        switch self {
        case .everybody: true
        case .aws(let text):
            text == caller.arn || text == caller.account || text.hasSuffix(":iam::\(caller.account):root")
        case .service, .other: false
        }
    }
}
