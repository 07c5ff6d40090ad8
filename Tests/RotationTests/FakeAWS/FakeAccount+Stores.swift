import StrictJSON

extension FakeAccount {
    mutating func createSecret(_ request: FakeRequest) -> FakeReply {
        let (name, token) = (request.text("Name"), request.text("ClientRequestToken"))
        if let there = secrets[name] {
            guard there.versions[token]?.value == request.text("SecretString") else {
                return .error(400, "ResourceExistsException")
            }
        } else {
            var secret = FakeSecret()
            secret.versions[token] = .init(value: request.text("SecretString"), labels: ["AWSCURRENT"])
            secret.settings.description = request.body?["Description"]?.string
            secret.settings.key = request.body?["KmsKeyId"]?.string
            secret.settings.tags = request.tags
            secrets[name] = secret
        }
        return .ok { $0.member("ARN", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:\(name)-AbCdEf") }
    }

    /// Tags of parameters.
    mutating func tags(_ request: FakeRequest) -> FakeReply {
        let name = request.text("ResourceId")
        guard var parameter = parameters[name] else { return .error(400, "InvalidResourceId") }
        switch request.operation {
        case "ssm:ListTagsForResource":
            return .ok { json in
                json.key("TagList")
                json.array { json in
                    for (key, value) in parameter.tags.sorted(by: { $0.key < $1.key }) {
                        json.object {
                            $0.member("Key", key)
                            $0.member("Value", value)
                        }
                    }
                }
            }
        case "ssm:AddTagsToResource": parameter.tags.merge(request.tags) { $1 }
        case "ssm:RemoveTagsFromResource":
            for key in request.body?["TagKeys"]?.elements.compactMap(\.string) ?? [] { parameter.tags[key] = nil }
        default: return .error(400, "UnknownOperationException", request.operation)
        }
        parameters[name] = parameter
        return .ok { _ in }
    }

    func keys(_ request: FakeRequest) -> FakeReply {
        switch request.operation {
        case "kms:DescribeKey":
            let name = request.text("KeyId")
            let id = name.split(separator: "/").last.map(String.init) ?? name
            return .ok { json in
                json.key("KeyMetadata")
                json.object {
                    $0.member("KeyId", id)
                    $0.member("Arn", "arn:aws:kms:eu-west-1:111122223333:key/\(id)")
                }
            }
        default: return .error(400, "UnknownOperationException", request.operation)
        }
    }
}
