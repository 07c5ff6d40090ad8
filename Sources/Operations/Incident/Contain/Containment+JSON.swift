import StrictJSON

extension Containment {
    func write(to line: inout JSONWriter) {
        line.object { json in
            json.member("id", id)
            json.member("action", action.rawValue)
            json.member("ref", reference)
            json.member("account", account)
            json.member("region", region)
            json.key("steps")
            json.array { steps in
                for step in self.steps {
                    steps.object { member in
                        member.key("change")
                        step.change.write(to: &member)
                        member.key("before")
                        step.before.write(to: &member)
                    }
                }
            }
        }
    }

    /// nil if a part is missing or unknown: an undo must not be guessed.
    init?(_ node: JSONNode) {
        guard let id = node["id"]?.string, let action = node["action"]?.string.flatMap(ContainmentAction.init),
            let reference = node["ref"]?.string, let account = node["account"]?.string,
            let region = node["region"]?.string, let list = node["steps"]
        else { return nil }
        var steps: [Step] = []
        for step in list.elements {
            guard let change = step["change"].flatMap(AccountChange.init),
                let before = step["before"].flatMap(AccountChange.init)
            else { return nil }
            steps.append(Step(change, before: before))
        }
        self.init(
            id: id, action: action, reference: reference, account: account, region: region, steps: steps)
    }
}

extension AccountChange {
    private enum Setting: String {
        case accessKey, rolePolicy, userPolicy, concurrency, provisioned, eventSource, functionURL, secretPolicy, key
        case alias, description
    }

    func write(to line: inout JSONWriter) {
        line.object { json in
            func setting(_ setting: Setting) { json.member("setting", setting.rawValue) }
            switch self {
            case .accessKey(let id, let user, let active):
                setting(.accessKey)
                json.member("id", id)
                json.member("user", user)
                json.member("active", active)
            case .rolePolicy(let role, let name, let document):
                setting(.rolePolicy)
                json.member("role", role)
                json.member("name", name)
                json.member("document", document?.text)
            case .userPolicy(let user, let name, let document):
                setting(.userPolicy)
                json.member("user", user)
                json.member("name", name)
                json.member("document", document?.text)
            case .concurrency(let function, let reserved):
                setting(.concurrency)
                json.member("function", function)
                json.member("reserved", reserved)
            case .provisioned(let function, let qualifier, let count):
                setting(.provisioned)
                json.member("function", function)
                json.member("qualifier", qualifier)
                json.member("count", count)
            case .eventSource(let uuid, let function, let enabled):
                setting(.eventSource)
                json.member("id", uuid)
                json.member("function", function)
                json.member("enabled", enabled)
            case .functionURL(let function, let qualifier, let authType):
                setting(.functionURL)
                json.member("function", function)
                json.member("qualifier", qualifier)
                json.member("authType", authType)
            case .secretPolicy(let secret, let document):
                setting(.secretPolicy)
                json.member("id", secret)
                json.member("document", document?.text)
            case .key(let id, let enabled):
                setting(.key)
                json.member("id", id)
                json.member("enabled", enabled)
            case .alias(let function, let name, let version, let weights):
                setting(.alias)
                json.member("function", function)
                json.member("name", name)
                json.member("version", version)
                json.key("weights")
                json.object {
                    for weight in weights {
                        $0.key(weight.version)
                        $0.double(weight.weight)
                    }
                }
            case .description(let function, let text):
                setting(.description)
                json.member("function", function)
                json.member("text", text)
            }
        }
    }

    init?(_ node: JSONNode) {
        guard let setting = node["setting"]?.string.flatMap(Setting.init) else { return nil }
        func text(_ name: String) -> String? { node[name]?.string }
        /// A document that is there but cannot be read is no document that is not there.
        func document() -> PolicyText?? {
            guard let text = text("document") else { return .some(nil) }
            return PolicyText(text).map { .some($0) }
        }
        switch setting {
        case .accessKey:
            guard let id = text("id"), let user = text("user"), let active = node["active"]?.bool else { return nil }
            self = .accessKey(id: id, user: user, active: active)
        case .rolePolicy:
            guard let role = text("role"), let name = text("name"), let document = document() else { return nil }
            self = .rolePolicy(role: role, name: name, document: document)
        case .userPolicy:
            guard let user = text("user"), let name = text("name"), let document = document() else { return nil }
            self = .userPolicy(user: user, name: name, document: document)
        case .concurrency:
            guard let function = text("function") else { return nil }
            self = .concurrency(function: function, reserved: node["reserved"]?.int)
        case .provisioned:
            guard let function = text("function"), let qualifier = text("qualifier") else { return nil }
            self = .provisioned(function: function, qualifier: qualifier, count: node["count"]?.int)
        case .eventSource:
            guard let id = text("id"), let function = text("function"), let enabled = node["enabled"]?.bool else {
                return nil
            }
            self = .eventSource(uuid: id, function: function, enabled: enabled)
        case .functionURL:
            guard let function = text("function"), let authType = text("authType") else { return nil }
            self = .functionURL(function: function, qualifier: text("qualifier"), authType: authType)
        case .secretPolicy:
            guard let id = text("id"), let document = document() else { return nil }
            self = .secretPolicy(secret: id, document: document)
        case .key:
            guard let id = text("id"), let enabled = node["enabled"]?.bool else { return nil }
            self = .key(id: id, enabled: enabled)
        case .alias:
            guard let function = text("function"), let name = text("name"), let version = text("version") else {
                return nil
            }
            let weights = node["weights"].map { node in
                node.members.compactMap { key, value in
                    key.string.flatMap { version in value.double.map { AliasWeight(version: version, weight: $0) } }
                }
            }
            self = .alias(function: function, name: name, version: version, weights: weights ?? [])
        case .description:
            guard let function = text("function"), let words = text("text") else { return nil }
            self = .description(function: function, text: words)
        }
    }
}
