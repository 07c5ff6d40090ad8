extension TimelineEntry {
    /// What happened, in one line for a person. Clean it before it is drawn.
    public var words: String {
        var parts: [String]
        switch action {
        case .note: parts = [moment.map { $0.words + ":" }, note, target].compactMap(\.self)
        case .decision: parts = ["DECISION", note, decisionBy.map { "(by \($0))" }].compactMap(\.self)
        case .todo: parts = ["TO DO:", todo, owner.map { "(\($0))" }].compactMap(\.self)
        case .todoDone: parts = ["done:", note].compactMap(\.self)
        case .opened: parts = ["incident opened", change?.title, change?.severity?.rawValue].compactMap(\.self)
        case .changed, .attached: parts = [action.rawValue, change?.words].compactMap(\.self)
        case .containing, .contained, .containFailed, .undoing, .undone, .undoFailed:
            parts = [action.rawValue, containment?.action.rawValue, containment?.reference, note].compactMap(\.self)
        default: parts = [action.rawValue, target, note].compactMap(\.self)
        }
        if let result, result != "done", result != "pending" { parts.append("[\(result)]") }
        return parts.joined(separator: " ")
    }

    /// Who did it, as short as it is still told apart: the last part of an ARN, or the login name.
    public var actor: String? {
        if source == .human || actorARN == nil { return user ?? actorARN }
        return actorARN.map { arn in arn.split(separator: "/").last.map(String.init) ?? arn }
    }
}

extension IncidentChange {
    /// What was changed, in words.
    var words: String {
        var parts: [String] = []
        if let title { parts.append("title \(title)") }
        if let severity { parts.append("severity \(severity.rawValue)") }
        if let impact { parts.append("impact \(impact.rawValue)") }
        if let commander { parts.append("commander \(commander)") }
        if let scribe { parts.append("scribe \(scribe)") }
        if !responders.isEmpty { parts.append("responders \(responders.joined(separator: ", "))") }
        return parts.joined(separator: ", ")
    }
}
