import FoundationEssentials
import StrictJSON

extension JournalEntry {
    /// The entry as its line, newline included.
    var line: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("time", time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            switch event {
            case .started(let command, let rollout):
                json.member("event", "started")
                json.member("command", command.rawValue)
                json.key("rollout")
                rollout.write(to: &json)
            case .intent(let step, let direction, let facts):
                json.member("event", "intent")
                Self.write(step, direction, facts, to: &json)
            case .outcome(let step, let direction, let result, let facts, let requestID, let words):
                json.member("event", "outcome")
                Self.write(step, direction, facts, to: &json)
                json.member("result", result.rawValue)
                json.member("requestId", requestID)
                json.member("words", words)
            case .ended(let end, let words):
                json.member("event", "ended")
                json.member("end", end.rawValue)
                json.member("words", words)
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ step: StepKey, _ direction: Direction, _ facts: Facts, to json: inout JSONWriter) {
        json.member("step", step.text)
        json.member("direction", direction.rawValue)
        json.key("facts")
        json.object { json in
            for (fact, text) in facts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                json.member(fact.rawValue, text)
            }
        }
    }

    /// Reads one line.
    init(line: some Sequence<UInt8>) throws(PlanFault) {
        let node = try PlanNode(json: Array(line))
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let time = try? Date(try node.text("time"), strategy: style) else {
            throw PlanFault("time is no time")
        }
        self.init(time: time, try Self.event(node))
    }

    private static func event(_ node: PlanNode) throws(PlanFault) -> Event {
        switch try node.text("event") {
        case "started": .started(try node.word("command"), try Rollout(node.object("rollout")))
        case "intent": .intent(StepKey(text: try node.text("step")), try node.word("direction"), try facts(node))
        case "outcome":
            .outcome(
                StepKey(text: try node.text("step")), try node.word("direction"), try node.word("result"),
                try facts(node), requestID: try node.optional("requestId"), words: try node.optional("words"))
        case "ended": .ended(try node.word("end"), words: try node.optional("words"))
        default: throw PlanFault("event is none that this version knows")
        }
    }

    private static func facts(_ node: PlanNode) throws(PlanFault) -> Facts {
        var facts: Facts = [:]
        let members = try node.object("facts").node.members
        for (name, value) in members {
            guard let fact = name.string.flatMap(Fact.init), let text = value.string else {
                throw PlanFault("facts has what this version does not know")
            }
            facts[fact] = text
        }
        return facts
    }
}
