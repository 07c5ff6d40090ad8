import FoundationEssentials
import StrictJSON

extension IncidentReport {
    /// The report as one JSON object; the timeline's lines are those of the chains, byte for byte but for their order.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.member("format", 1)
            json.member("id", incident.id.text)
            json.member("title", incident.title)
            json.member("severity", incident.severity?.rawValue)
            json.member("impact", incident.impact?.rawValue)
            json.member("commander", incident.commander)
            json.member("scribe", incident.scribe)
            Self.strings("responders", incident.responders, in: &json)
            Self.strings("accounts", accounts, in: &json)
            Self.strings("regions", regions, in: &json)
            Self.strings("resources", resources, in: &json)
            json.member("opened", incident.opened.map { Self.seconds($0.time) })
            json.member("closed", incident.closed.map { Self.seconds($0.time) })
            json.key("moments")
            json.object { moments in
                for moment in IncidentMoment.allCases {
                    guard let point = incident.moments[moment] else { continue }
                    moments.key(moment.rawValue)
                    moments.object {
                        $0.member("time", Self.seconds(point.time))
                        $0.member("estimated", point.isEstimated)
                    }
                }
            }
            json.key("measures")
            json.array { measures in
                for span in spans {
                    measures.object {
                        $0.member("name", span.name)
                        $0.member("seconds", span.seconds.map { Int($0.rounded()) })
                        $0.member("estimated", span.isEstimated)
                    }
                }
            }
            Self.strings("places", places, in: &json)
            json.key("containments")
            json.array { list in
                for record in incident.containments {
                    list.object {
                        $0.member("id", record.containment.id)
                        $0.member("time", Self.seconds(record.time))
                        $0.member("action", record.containment.action.rawValue)
                        $0.member("ref", record.containment.reference)
                        $0.member("state", record.state.rawValue)
                    }
                }
            }
            json.key("shown")
            json.array { list in
                for showing in showings {
                    list.object {
                        $0.member("time", Self.seconds(showing.time))
                        $0.member("actor", showing.actor)
                        $0.member("event", showing.event)
                        $0.member("ref", showing.reference)
                        $0.member("note", showing.why)
                        $0.member("result", showing.result)
                    }
                }
            }
            json.key("todos")
            json.array { list in
                for todo in incident.todos {
                    list.object {
                        $0.member("id", todo.id)
                        $0.member("todo", todo.text)
                        $0.member("owner", todo.owner)
                        $0.member("done", todo.isDone)
                    }
                }
            }
            Self.strings("gaps", gaps, in: &json)
            for section in [IncidentSection.data, .well, .badly] {
                Self.strings(section.rawValue, notes(section), in: &json)
            }
            json.key("timeline")
            json.array { list in for line in lines { list.raw(line.bytes) } }
        }
        return writer.bytes
    }

    private static func strings(_ name: String, _ texts: [String], in json: inout JSONWriter) {
        json.key(name)
        json.array { for text in texts { $0.string(text) } }
    }
}
