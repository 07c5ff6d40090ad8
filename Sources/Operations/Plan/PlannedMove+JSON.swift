import Inventory
import StrictJSON

extension PlannedMove {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("to", destination.rawValue)
            json.member("place", place.text)
            json.member("key", key)
            json.key("grants")
            json.array { json in
                for grant in grants {
                    json.object {
                        $0.member("role", grant.role)
                        $0.member("document", grant.document)
                    }
                }
            }
            json.member("appliesGrants", appliesGrants)
            json.key("removals")
            json.array { for removal in removals { removal.write(to: &$0) } }
            json.texts("languages", languages)
            json.key("monthlyBefore")
            json.double(monthlyBefore)
            json.key("monthlyAfter")
            json.double(monthlyAfter)
            json.member("payload", payload)
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        var grants: [Grant] = []
        for grant in try node.list("grants") {
            grants.append(Grant(role: try grant.text("role"), document: try grant.text("document")))
        }
        var removals: [Removal] = []
        for removal in try node.list("removals") { removals.append(try Removal(removal)) }
        self.init(
            destination: try node.word("to"), place: try node.reference("place"), key: try node.optional("key"),
            grants: grants, appliesGrants: try node.flag("appliesGrants"), removals: removals,
            languages: try node.texts("languages"), monthlyBefore: node.node["monthlyBefore"]?.double ?? 0,
            monthlyAfter: node.node["monthlyAfter"]?.double ?? 0, payload: try node.optional("payload"))
    }
}

extension PlannedMove.Removal {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("function", function)
            json.key("variables")
            json.array { json in
                for variable in variables {
                    json.object {
                        $0.member("name", variable.name)
                        $0.member("holding", variable.holding.rawValue)
                        $0.member("pointer", variable.pointer)
                    }
                }
            }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        var variables: [Variable] = []
        for variable in try node.list("variables") {
            variables.append(
                Variable(
                    name: try variable.text("name"), try variable.word("holding"),
                    pointer: try variable.optional("pointer")))
        }
        self.init(function: try node.text("function"), variables: variables)
    }
}
