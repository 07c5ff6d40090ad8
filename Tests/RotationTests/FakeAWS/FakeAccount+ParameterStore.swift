import StrictJSON

extension FakeAccount {
    mutating func parameterStore(_ request: FakeRequest) -> FakeReply {
        let given = request.text("Name")
        let parts = given.split(separator: ":", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        if request.operation == "ssm:PutParameter" { return put(name, request) }
        if !request.text("ResourceId").isEmpty { return tags(request) }
        guard var parameter = parameters[name] else { return .error(400, "ParameterNotFound") }
        switch request.operation {
        case "ssm:GetParameter":
            let number = parts.count > 1 ? Int(parts[1]) ?? 0 : parameter.versions.count
            guard parameter.versions.indices.contains(number - 1) else {
                return .error(400, "ParameterVersionNotFound")
            }
            return .ok { json in
                json.key("Parameter")
                json.object {
                    $0.member("Name", name)
                    $0.member("Version", number)
                    $0.member("Value", parameter.versions[number - 1].value)
                }
            }
        case "ssm:GetParameterHistory": return history(name, parameter)
        case "ssm:LabelParameterVersion":
            let version = request.body?["ParameterVersion"]?.int ?? 0
            for label in request.body?["Labels"]?.elements.compactMap(\.string) ?? [] {
                parameter.labels[label] = version
            }
            parameters[name] = parameter
            return .ok { $0.member("ParameterVersion", version) }
        case "ssm:UnlabelParameterVersion":
            for label in request.body?["Labels"]?.elements.compactMap(\.string) ?? []
            where parameter.labels[label] == request.body?["ParameterVersion"]?.int {
                parameter.labels[label] = nil
            }
            parameters[name] = parameter
            return .ok { _ in }
        case "ssm:DeleteParameter":
            parameters[name] = nil
            return .ok { _ in }
        default: return .error(400, "UnknownOperationException", request.operation)
        }
    }

    private mutating func put(_ name: String, _ request: FakeRequest) -> FakeReply {
        var parameter = parameters[name] ?? FakeParameter()
        if !parameter.versions.isEmpty, request.body?["Overwrite"]?.bool != true {
            return .error(400, "ParameterAlreadyExists")
        }
        parameter.versions.append(
            .init(
                value: request.text("Value"), type: request.text("Type"), keyID: request.body?["KeyId"]?.string,
                tier: request.body?["Tier"]?.string, allowedPattern: request.body?["AllowedPattern"]?.string,
                policies: request.body?["Policies"]?.string))
        parameters[name] = parameter
        return .ok { $0.member("Version", parameter.versions.count) }
    }

    private func history(_ name: String, _ parameter: FakeParameter) -> FakeReply {
        .ok { json in
            json.key("Parameters")
            json.array { json in
                for (place, version) in parameter.versions.enumerated() {
                    json.object { json in
                        json.member("Name", name)
                        json.member("Type", version.type)
                        json.member("Version", place + 1)
                        json.member("Value", version.value)
                        if let key = version.keyID { json.member("KeyId", key) }
                        if let tier = version.tier { json.member("Tier", tier) }
                        if let pattern = version.allowedPattern { json.member("AllowedPattern", pattern) }
                        json.key("Labels")
                        json.array { json in
                            for (label, number) in parameter.labels where number == place + 1 { json.string(label) }
                        }
                    }
                }
            }
        }
    }
}
