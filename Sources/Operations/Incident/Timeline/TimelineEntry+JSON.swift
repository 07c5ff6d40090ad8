import FoundationEssentials
import StrictJSON

extension TimelineEntry {
    /// The members of a line, always all there and in this order; those that only some entries have come last.
    func write(to line: inout JSONWriter) {
        line.member("ts", TimelineTime.text(time))
        line.member("tsEstimated", isEstimated)
        line.member("source", source.rawValue)
        line.member("action", action.rawValue)
        line.member("phase", phase?.rawValue)
        line.member("actorArn", actorARN)
        line.member("user", user)
        line.member("session", session)
        line.member("host", host)
        line.member("account", account)
        line.member("region", region)
        line.member("target", target)
        line.member("versionBefore", versionBefore)
        line.member("versionAfter", versionAfter)
        line.member("requestId", requestID)
        line.member("result", result)
        line.member("note", note)
        line.member("decisionBy", decisionBy)
        line.member("todo", todo)
        line.key("evidence")
        line.array { for link in evidence { $0.string(link) } }
        line.member("plan", plan)
        if let owner { line.member("owner", owner) }
        if let moment { line.member("moment", moment.rawValue) }
        if let section { line.member("section", section.rawValue) }
        if let answers { line.member("answers", answers) }
        if let change {
            line.key("change")
            change.write(to: &line)
        }
        if let containment {
            line.key("containment")
            containment.write(to: &line)
        }
    }

    /// The entry of a line; nil if the line is none.
    init?(_ root: JSONNode) {
        guard let time = root["ts"]?.string.flatMap(TimelineTime.date),
            let source = root["source"]?.string.flatMap(TimelineSource.init), let action = root["action"]?.string
        else { return nil }
        self.init(TimelineAction(rawValue: action), from: source, at: time)
        isEstimated = root["tsEstimated"]?.bool ?? false
        phase = root["phase"]?.string.flatMap(IncidentPhase.init)
        actorARN = root["actorArn"]?.string
        user = root["user"]?.string
        session = root["session"]?.string
        host = root["host"]?.string
        account = root["account"]?.string
        region = root["region"]?.string
        target = root["target"]?.string
        versionBefore = root["versionBefore"]?.string
        versionAfter = root["versionAfter"]?.string
        requestID = root["requestId"]?.string
        result = root["result"]?.string
        note = root["note"]?.string
        decisionBy = root["decisionBy"]?.string
        todo = root["todo"]?.string
        owner = root["owner"]?.string
        evidence = root["evidence"].map { $0.elements.compactMap(\.string) } ?? []
        plan = root["plan"]?.string
        moment = root["moment"]?.string.flatMap(IncidentMoment.init)
        section = root["section"]?.string.flatMap(IncidentSection.init)
        answers = root["answers"]?.string
        change = root["change"].map(IncidentChange.init)
        if let node = root["containment"] {
            guard let containment = Containment(node) else { return nil }
            self.containment = containment
        }
    }
}

extension IncidentChange {
    func write(to line: inout JSONWriter) {
        line.object { json in
            if let title { json.member("title", title) }
            if let severity { json.member("severity", severity.rawValue) }
            if let impact { json.member("impact", impact.rawValue) }
            if let commander { json.member("commander", commander) }
            if let scribe { json.member("scribe", scribe) }
            if !responders.isEmpty {
                json.key("responders")
                json.array { for name in responders { $0.string(name) } }
            }
        }
    }

    init(_ node: JSONNode) {
        self.init(
            title: node["title"]?.string, severity: node["severity"]?.string.flatMap(IncidentSeverity.init),
            impact: node["impact"]?.string.flatMap(IncidentImpact.init), commander: node["commander"]?.string,
            scribe: node["scribe"]?.string,
            responders: node["responders"].map { $0.elements.compactMap(\.string) } ?? [])
    }
}
