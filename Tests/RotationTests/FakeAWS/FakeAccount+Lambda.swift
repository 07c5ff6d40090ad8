import StrictJSON

extension FakeAccount {
    mutating func lambda(_ request: FakeRequest) -> FakeReply {
        let name = request.path.count > 2 ? request.path[2] : ""
        guard var function = functions[name] else { return .error(404, "ResourceNotFoundException") }
        defer { functions[name] = function }
        switch request.operation {
        case "lambda:GetFunction": return get(&function, name, request.query["Qualifier"])
        case "lambda:UpdateFunctionConfiguration": return update(&function, name, request)
        case "lambda:PublishVersion": return publish(&function, name, request)
        case "lambda:ListVersionsByFunction":
            let (versions, deleted) = (function.versions, function.deleted)
            return .ok { json in
                json.key("Versions")
                json.array { json in
                    for (place, version) in versions.enumerated() where !deleted.contains(place + 1) {
                        json.object { Self.write(version, String(place + 1), name, to: &$0) }
                    }
                }
            }
        case "lambda:GetAlias", "lambda:UpdateAlias": return alias(&function, request)
        case "lambda:ListAliases":
            let aliases = function.aliases.sorted { $0.key < $1.key }
            return .ok { json in
                json.key("Aliases")
                json.array { json in
                    for (name, alias) in aliases { json.object { Self.write(alias, name, to: &$0) } }
                }
            }
        case "lambda:DeleteFunction": return delete(&function, request.query["Qualifier"])
        case "lambda:GetProvisionedConcurrencyConfig":
            let qualifier = request.query["Qualifier"] ?? ""
            guard let count = function.provisioned[qualifier] else {
                return .error(404, "ProvisionedConcurrencyConfigNotFoundException")
            }
            if function.provisionedLag > 0 { function.provisionedLag -= 1 }
            let status = function.provisionedLag > 0 ? "IN_PROGRESS" : "READY"
            return .ok {
                $0.member("Status", status)
                $0.member("RequestedProvisionedConcurrentExecutions", count)
            }
        case "lambda:Invoke": return invoke(function, request.query["Qualifier"])
        default: return .error(400, "UnknownOperationException", request.operation)
        }
    }

    private mutating func get(_ function: inout FakeFunction, _ name: String, _ qualifier: String?) -> FakeReply {
        guard let (version, _) = function.configuration(of: qualifier) else {
            return .error(404, "ResourceNotFoundException")
        }
        if let place = Int(version) {
            if function.versions[place - 1].lag > 0 { function.versions[place - 1].lag -= 1 }
        } else if function.lag > 0 {
            function.lag -= 1
            // The revision changes once more when an update is over.
            if function.lag == 0 { function.revision = nextRevision() }
        }
        let function = function
        return .ok { json in
            json.key("Configuration")
            json.object { json in
                if let place = Int(version) {
                    Self.write(function.versions[place - 1], version, name, to: &json)
                } else {
                    Self.write(function, name, to: &json)
                }
            }
        }
    }

    private mutating func update(_ function: inout FakeFunction, _ name: String, _ request: FakeRequest) -> FakeReply {
        guard function.lag == 0 else { return .error(409, "ResourceConflictException", "an update is in progress") }
        guard request.text("RevisionId") == function.revision else { return .error(412, "PreconditionFailedException") }
        var variables: [String: String] = [:]
        if let members = request.body?["Environment"]?["Variables"]?.members {
            for (key, value) in members { variables[key.string ?? ""] = value.string }
        }
        function.latest.variables = variables
        function.revision = nextRevision()
        function.lag = 2
        let function = function
        return .ok { Self.write(function, name, to: &$0) }
    }

    private mutating func publish(_ function: inout FakeFunction, _ name: String, _ request: FakeRequest) -> FakeReply {
        guard function.lag == 0 else { return .error(409, "ResourceConflictException", "an update is in progress") }
        guard request.text("RevisionId") == function.revision, request.text("CodeSha256") == function.latest.code else {
            return .error(412, "PreconditionFailedException")
        }
        if function.versions.last?.configuration != function.latest {
            function.versions.append(
                .init(
                    configuration: function.latest, description: request.text("Description"), revision: nextRevision(),
                    lag: 2))
            function.revision = nextRevision()
        }
        let (version, number) = (function.versions[function.versions.count - 1], function.versions.count)
        return .ok { Self.write(version, String(number), name, to: &$0) }
    }

    private mutating func alias(_ function: inout FakeFunction, _ request: FakeRequest) -> FakeReply {
        let name = request.path[4]
        guard var alias = function.aliases[name] else { return .error(404, "ResourceNotFoundException") }
        if request.changes {
            if let revision = request.body?["RevisionId"]?.string, revision != alias.revision {
                return .error(412, "PreconditionFailedException")
            }
            let version = request.text("FunctionVersion")
            if version != alias.version, function.provisioned[name] != nil { function.provisionedLag = 3 }
            alias.version = version
            if let weights = request.body?["RoutingConfig"]?["AdditionalVersionWeights"] {
                alias.weights = [:]
                for (key, value) in weights.members { alias.weights[key.string ?? ""] = value.double }
            }
            alias.revision = nextRevision()
            function.aliases[name] = alias
        }
        return .ok { Self.write(alias, name, to: &$0) }
    }

    private static func write(_ alias: FakeFunction.Alias, _ name: String, to json: inout JSONWriter) {
        json.member("Name", name)
        json.member("FunctionVersion", alias.version)
        json.member("RevisionId", alias.revision)
        json.key("RoutingConfig")
        json.object { json in
            json.key("AdditionalVersionWeights")
            json.object { json in
                for (version, weight) in alias.weights.sorted(by: { $0.key < $1.key }) {
                    json.key(version)
                    json.double(weight)
                }
            }
        }
    }

    /// Without a qualifier AWS would delete the whole function: no test may ever come here so.
    private func delete(_ function: inout FakeFunction, _ qualifier: String?) -> FakeReply {
        guard let number = qualifier.flatMap(Int.init) else {
            preconditionFailure("a function was to be deleted as a whole")
        }
        guard function.configuration(of: String(number)) != nil else {
            return .error(404, "ResourceNotFoundException")
        }
        guard !function.aliases.values.contains(where: { $0.version == String(number) }) else {
            return .error(409, "ResourceConflictException", "an alias points to it")
        }
        function.deleted.insert(number)
        return .ok { _ in }
    }

    private func invoke(_ function: FakeFunction, _ qualifier: String?) -> FakeReply {
        guard let (_, configuration) = function.configuration(of: qualifier) else {
            return .error(404, "ResourceNotFoundException")
        }
        guard works(function, configuration) else {
            return FakeReply(
                body: #"{"errorType":"Refused","errorMessage":"authentication failed"}"#,
                headers: ["x-amz-function-error": "Unhandled"])
        }
        return FakeReply(body: #"{"connected":true,"version":"7"}"#)
    }

    /// Whether the function's credential is one that the target takes.
    func works(_ function: FakeFunction, _ configuration: FakeFunction.Configuration) -> Bool {
        switch function.way {
        case .variable(let name): configuration.variables[name].map(target.accepts) ?? false
        case .ciphertext(let name):
            configuration.variables[name].flatMap(FakeCiphertext.init).map { target.accepts($0.plaintext) } ?? false
        case .secret(let name, let field):
            secrets[name].flatMap { secret in
                secret.current.flatMap { secret.versions[$0]?.value }
            }.map { value in target.accepts(field.flatMap { Self.field($0, of: value) } ?? value) } ?? false
        case .parameter(let name): parameters[name]?.versions.last.map { target.accepts($0.value) } ?? false
        }
    }

    static func field(_ name: String, of json: String) -> String? { try? JSONDocument(json).root[name]?.string }

    private static func write(
        _ version: FakeFunction.Version, _ number: String, _ name: String, to json: inout JSONWriter
    ) {
        write(version.configuration, name, number, version.revision, version.description, to: &json)
        json.member("State", version.lag > 0 ? "Pending" : "Active")
        json.member("LastUpdateStatus", "Successful")
    }

    private static func write(_ function: FakeFunction, _ name: String, to json: inout JSONWriter) {
        write(function.latest, name, "$LATEST", function.revision, function.description, to: &json)
        json.member("State", "Active")
        json.member("LastUpdateStatus", function.lag > 0 ? "InProgress" : "Successful")
    }

    private static func write(
        _ configuration: FakeFunction.Configuration, _ name: String, _ version: String, _ revision: String,
        _ description: String, to json: inout JSONWriter
    ) {
        json.member("FunctionName", name)
        json.member("FunctionArn", "arn:aws:lambda:eu-west-1:111122223333:function:\(name)")
        json.member("Version", version)
        json.member("RevisionId", revision)
        json.member("Description", description)
        json.member("CodeSha256", configuration.code)
        json.member("MemorySize", configuration.memory)
        json.member("Handler", "app.handler")
        json.key("Environment")
        json.object { json in
            json.key("Variables")
            json.object { json in
                for (key, value) in configuration.variables.sorted(by: { $0.key < $1.key }) { json.member(key, value) }
            }
        }
    }
}
