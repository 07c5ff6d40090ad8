import StrictJSON

extension PlannedSource {
    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .secret(let arn, let current, let previous, let pending):
                json.member("kind", "secret")
                json.member("arn", arn)
                json.member("current", current)
                json.member("previous", previous)
                json.member("pending", pending)
            case .parameter(let version, let attributes):
                json.member("kind", "parameter")
                json.member("version", version)
                json.member("type", attributes.type)
                json.member("keyId", attributes.keyID)
                json.member("tier", attributes.tier)
                json.member("dataType", attributes.dataType)
                json.member("allowedPattern", attributes.allowedPattern)
                json.member("policies", attributes.policies)
            case .variable: json.member("kind", "variable")
            case .none: json.member("kind", "none")
            }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        switch try node.text("kind") {
        case "secret":
            self = .secret(
                arn: try node.text("arn"), current: try node.text("current"), previous: try node.optional("previous"),
                pending: try node.optional("pending"))
        case "parameter":
            self = .parameter(
                version: try node.number("version"),
                attributes: ParameterAttributes(
                    type: try node.text("type"), keyID: try node.optional("keyId"), tier: try node.optional("tier"),
                    dataType: try node.optional("dataType"), allowedPattern: try node.optional("allowedPattern"),
                    policies: try node.optional("policies")))
        case "variable": self = .variable
        case "none": self = .none
        default: throw node.fault("kind is none that this version knows")
        }
    }
}

extension ValueRecipe {
    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .generated(let value):
                json.member("kind", "generated")
                json.member("length", value.length)
                json.member("excludesPunctuation", value.excludesPunctuation)
                json.member("excluded", value.excluded)
            case .given: json.member("kind", "given")
            case .byRotation: json.member("kind", "byRotation")
            case .version(let version):
                json.member("kind", "version")
                json.member("version", version)
            }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        switch try node.text("kind") {
        case "generated":
            let value = GeneratedValue(
                length: try node.number("length"), excludesPunctuation: try node.flag("excludesPunctuation"),
                excluded: try node.optional("excluded") ?? "")
            guard GeneratedValue.lengths.contains(value.length) else { throw node.fault("length cannot be") }
            self = .generated(value)
        case "given": self = .given
        case "byRotation": self = .byRotation
        case "version": self = .version(try node.text("version"))
        default: throw node.fault("kind is none that this version knows")
        }
    }
}

extension FunctionLane {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", function)
            json.member("revision", revision)
            json.member("codeSha256", codeSHA256)
            json.member("keptVersion", keptVersion)
            json.key("variables")
            json.array { json in
                for change in changes {
                    json.object {
                        $0.member("name", change.variable)
                        $0.member("pointer", change.pointer)
                    }
                }
            }
            json.key("aliases")
            json.array { json in
                for route in routes {
                    json.object {
                        $0.member("name", route.alias)
                        $0.member("version", route.version)
                        $0.member("revision", route.revision)
                        $0.member("provisioned", route.provisioned)
                    }
                }
            }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        var changes: [Change] = []
        for change in try node.list("variables") {
            changes.append(Change(variable: try change.text("name"), pointer: try change.optional("pointer")))
        }
        var routes: [Route] = []
        for route in try node.list("aliases") {
            routes.append(
                Route(
                    alias: try route.text("name"), version: try route.text("version"),
                    revision: try route.optional("revision"), provisioned: try route.optionalNumber("provisioned")))
        }
        self.init(
            function: try node.text("name"), revision: try node.text("revision"),
            codeSHA256: try node.optional("codeSha256"), changes: changes, routes: routes,
            keptVersion: try node.optional("keptVersion"))
    }
}
