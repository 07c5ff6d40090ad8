import FoundationEssentials
import Inventory
import StrictJSON

extension PlanSet {
    /// The set as its file has it and `incident eradicate -o json` prints it: one line, no value in it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("format", Self.format)
            json.member("id", id.text)
            json.member("created", created.formatted(Date.ISO8601FormatStyle()))
            json.member("region", region)
            json.member("account", account)
            json.member("incident", incident)
            json.texts("sources", sources)
            json.key("members")
            json.array { for (place, member) in members.enumerated() { member.write(number: place + 1, to: &$0) } }
            json.key("leftOut")
            json.array { for omission in leftOut { omission.write(to: &$0) } }
            json.texts("warnings", warnings)
            json.key("wishes")
            wishes.write(to: &json)
        }
    }

    /// The file's bytes.
    public var json: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension PlanSetMember {
    func write(number: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("n", number)
            json.member("ref", reference.text)
            json.texts("why", why)
            json.texts("after", after.map(\.text))
            json.member("copyOf", copyOf?.text)
            json.member("plan", plan?.text)
            json.key("reviewed")
            reviewed.write(to: &json)
        }
    }
}

extension RotationWishes {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("clearsPending")
            json.bool(clearsPending)
            json.texts("excluded", excluded.sorted())
            json.texts("included", included.sorted())
            json.key("writesOverStacks")
            json.bool(writesOverStacks)
            json.key("deploysStacks")
            json.bool(deploysStacks)
            json.key("rollout")
            rollout.write(to: &json)
        }
    }
}
