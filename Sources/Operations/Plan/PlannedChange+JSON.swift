import StrictJSON

extension PlannedChange {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("creates")
            if let creates { creates.write(to: &json) } else { json.null() }
            json.key("settings")
            json.array { json in
                for change in settings {
                    json.object {
                        $0.member("setting", change.setting.rawValue)
                        $0.member("from", change.from)
                        $0.member("to", change.to)
                    }
                }
            }
            json.key("former")
            if let former { json.object { former.write(to: &$0) } } else { json.null() }
            json.member("recoveryDays", recoveryDays)
            json.member("field", field?.rawValue)
            json.member("acceptsAnyForm", acceptsAnyForm)
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        var settings: [SettingChange] = []
        for change in try node.list("settings") {
            settings.append(
                SettingChange(
                    try change.word("setting"), from: try change.text("from"), to: try change.text("to")))
        }
        let days = try node.optionalNumber("recoveryDays")
        guard days.map((7...30).contains) ?? true else { throw node.fault("recoveryDays cannot be") }
        self.init(
            creates: node.has("creates") ? try NewStore(node.object("creates")) : nil, settings: settings,
            former: node.has("former") ? try ParameterAttributes(node.object("former")) : nil, recoveryDays: days,
            field: try node.optional("field") == nil ? nil : try node.word("field"),
            acceptsAnyForm: try node.flag("acceptsAnyForm"))
    }
}

extension NewStore {
    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .secret(let keyID, let description, let tags):
                json.member("kind", "secret")
                json.member("keyId", keyID)
                json.member("description", description)
                json.key("tags")
                json.object { for (name, text) in tags.sorted(by: { $0.key < $1.key }) { $0.member(name, text) } }
            case .parameter(let attributes):
                json.member("kind", "parameter")
                attributes.write(to: &json)
            }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        switch try node.text("kind") {
        case "secret":
            var tags: [String: String] = [:]
            for (name, text) in try node.object("tags").node.members {
                guard let name = name.string, let text = text.string else {
                    throw node.fault("tags has what is no tag")
                }
                tags[name] = text
            }
            self = .secret(keyID: try node.optional("keyId"), description: try node.optional("description"), tags: tags)
        case "parameter": self = .parameter(try ParameterAttributes(node))
        default: throw node.fault("kind is none that this version knows")
        }
    }
}

extension PlanNode {
    /// Whether the member is there and not null.
    func has(_ name: String) -> Bool { node[name].map { !$0.isNull } ?? false }
}
