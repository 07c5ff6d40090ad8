import FoundationEssentials
import Inventory
import StrictJSON

extension Plan {
    /// The plan as its file has it and `plan … -o json` prints it: one line, no value in it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("format", Self.format)
            json.member("id", id.text)
            json.member("work", work.rawValue)
            json.member("ref", subject.text)
            json.member("created", created.formatted(Date.ISO8601FormatStyle()))
            json.member("region", region)
            json.member("account", account)
            json.member("transition", transition?.rawValue)
            json.key("recipe")
            if let recipe { recipe.write(to: &json) } else { json.null() }
            json.member("hook", hook)
            json.key("steps")
            json.array { for (place, step) in steps.enumerated() { step.write(number: place + 1, to: &$0) } }
            json.key("holders")
            json.array { for holder in holders { holder.write(to: &$0) } }
            json.key("readers")
            json.array { for reader in readers { reader.write(to: &$0) } }
            json.member("copiesSearched", copiesSearched)
            json.key("leftOut")
            json.array { for omission in leftOut { omission.write(to: &$0) } }
            json.texts("checks", rollout.checks.map(\.text))
            json.texts("cannotUndo", cannotUndo)
            json.texts("warnings", warnings)
            estimate.write(to: &json)
            json.key("permissions")
            json.array { for permission in permissions { permission.write(to: &$0) } }
            json.key("rollout")
            rollout.write(to: &json)
            json.member("token", token)
            json.key("source")
            source.write(to: &json)
            if let change {
                json.key("change")
                change.write(to: &json)
            }
            if let move {
                json.key("move")
                move.write(to: &json)
            }
            if let key {
                json.key("key")
                key.write(to: &json)
            }
            json.key("functions")
            json.array { for lane in lanes { lane.write(to: &$0) } }
        }
    }

    /// The file's bytes.
    public var json: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension JSONWriter {
    mutating func texts(_ name: String, _ texts: [String]) {
        key(name)
        array { for text in texts { $0.string(text) } }
    }
}

extension PlanStep {
    func write(number: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("n", number)
            json.member("action", action.rawValue)
            json.member("ref", reference.text)
            json.member("call", call)
            json.member("wave", wave)
            json.member("undo", undo.rawValue)
        }
    }
}

extension PlanHolder {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("ref", reference.text)
            json.member("holds", holds)
            json.member("end", end)
        }
    }
}

extension PlanReader {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("ref", reference.text)
            json.member("via", via)
            json.member("until", until)
        }
    }
}

extension PlanOmission {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("ref", reference.text)
            json.member("why", why)
        }
    }
}

extension PlanPermission {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("action", action)
            json.member("resource", resource)
            json.member("decision", decision)
        }
    }
}

extension PlanEstimate {
    func write(to json: inout JSONWriter) {
        json.member("calls", calls)
        json.member("sharedCalls", sharedCalls)
        json.member("seconds", seconds)
        json.key("dollars")
        json.double(dollars)
    }
}
