import Inventory

extension Plan {
    /// What the plan changes: each act and the thing that it is done to, without versions, which differ from hour to hour.
    var scope: Set<String> {
        var scope = Set(steps.map { "\($0.action.rawValue) \($0.reference.withoutVersion)" })
        for lane in lanes {
            for change in lane.changes { scope.insert("variable \(lane.function)/\(change.variable)") }
        }
        return scope
    }

    /// What this plan would do beyond what was reviewed; empty if it keeps within it.
    public func beyond(_ reviewed: Plan) -> [String] {
        var news = scope.subtracting(reviewed.scope).sorted()
        if transition != reviewed.transition { news.append("another transition") }
        if hook != reviewed.hook { news.append("another hook") }
        return news
    }
}

extension Reference {
    fileprivate var withoutVersion: String {
        switch self {
        case .function(let name, _): "fn:\(name)"
        case .secret(let name, _, let pointer): Reference.secret(name: name, pointer: pointer).text
        case .parameter(let name, _): Reference.parameter(name: name).text
        case .variable(let function, _, let name): Reference.variable(function: function, name: name).text
        case .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: text
        }
    }
}
