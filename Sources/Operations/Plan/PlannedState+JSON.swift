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
                attributes.write(to: &json)
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
            self = .parameter(version: try node.number("version"), attributes: try ParameterAttributes(node))
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
                if let pattern = value.pattern { json.member("pattern", pattern.text) }
                if value.isByService { json.member("by", "secretsManager") }
            case .given: json.member("kind", "given")
            case .unchanged: json.member("kind", "unchanged")
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
            var value = GeneratedValue(
                length: try node.number("length"), excludesPunctuation: try node.flag("excludesPunctuation"),
                excluded: try node.optional("excluded") ?? "", isByService: try node.optional("by") == "secretsManager")
            if let text = try node.optional("pattern") {
                do throws(ValuePattern.Invalid) { value = GeneratedValue(try ValuePattern(text)) } catch {
                    throw node.fault("pattern: \(error)")
                }
            }
            guard GeneratedValue.lengths.contains(value.length) else { throw node.fault("length cannot be") }
            self = .generated(value)
        case "given": self = .given
        case "unchanged": self = .unchanged
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
            json.member("stack", stack)
            json.key("variables")
            json.array { json in
                for change in changes { change.write(to: &json) }
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
            changes.append(try Change(change))
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
            keptVersion: try node.optional("keptVersion"), stack: try node.optional("stack"))
    }
}
