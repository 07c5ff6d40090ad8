import Operations
import StrictJSON

extension FakeAccount {
    mutating func secretsManager(_ request: FakeRequest) -> FakeReply {
        let name = request.text("SecretId")
        if request.operation == "secretsmanager:CreateSecret" { return createSecret(request) }
        guard var secret = secrets[name] else { return .error(400, "ResourceNotFoundException") }
        defer { secrets[name] = secret }
        switch request.operation {
        case "secretsmanager:DescribeSecret": return describe(&secret, name)
        case "secretsmanager:GetSecretValue":
            let id = request.body?["VersionId"]?.string ?? secret.version(with: "AWSCURRENT") ?? ""
            guard let value = secret.versions[id]?.value else { return .error(400, "ResourceNotFoundException") }
            return .ok {
                $0.member("VersionId", id)
                $0.member("SecretString", value)
            }
        case "secretsmanager:PutSecretValue" where secret.owner != nil:
            return .error(400, "InvalidRequestException", "the secret is managed by another service")
        case "secretsmanager:PutSecretValue":
            let token = request.text("ClientRequestToken")
            let stages = request.body?["VersionStages"]?.elements.compactMap(\.string) ?? ["AWSCURRENT"]
            if let there = secret.versions[token] {
                guard there.value == request.text("SecretString") else { return .error(400, "ResourceExistsException") }
            } else {
                for stage in stages { for id in secret.versions.keys { secret.versions[id]?.labels.remove(stage) } }
                secret.versions[token] = .init(value: request.text("SecretString"), labels: Set(stages))
            }
            return .ok { $0.member("VersionId", token) }
        case "secretsmanager:UpdateSecretVersionStage":
            return secret.move(
                request.text("VersionStage"), to: request.body?["MoveToVersionId"]?.string,
                from: request.body?["RemoveFromVersionId"]?.string) ?? .ok { _ in }
        case "secretsmanager:RotateSecret" where request.body?["RotateImmediately"]?.bool == false:
            return secret.settings(request, name)
        case "secretsmanager:RotateSecret":
            let token = secret.owner.map { "\($0)-made" } ?? request.text("ClientRequestToken")
            if secret.versions[token] == nil {
                guard secret.pendingCount == 0 else {
                    return .error(400, "InvalidRequestException", "a previous rotation")
                }
                secret.versions[token] = .init(value: nil, labels: ["AWSPENDING"])
                secret.rotation = (token, "c4nary-rotated-\(token.prefix(4))")
                secret.lag = 3
            }
            return .ok { $0.member("VersionId", token) }
        default: return secret.settings(request, name)
        }
    }

    private func describe(_ secret: inout FakeSecret, _ name: String) -> FakeReply {
        if secret.lag > 0 { secret.lag -= 1 }
        if secret.lag == 0, let (token, value) = secret.rotation {
            secret.versions[token]?.value = value
            _ = target.apply(.set, value: value, former: nil)
            _ = secret.move("AWSCURRENT", to: token, from: secret.current)
            _ = secret.move("AWSPENDING", to: nil, from: token)
            secret.rotation = nil
            secret.lag = 0
        }
        let secret = secret
        return .ok { json in
            json.member("ARN", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:\(name)-AbCdEf")
            json.member("Name", name)
            json.member("RotationEnabled", secret.rotates || secret.settings.schedule != nil)
            if let rotator = secret.rotator { json.member("RotationLambdaARN", rotator) }
            if let owner = secret.owner { json.member("OwningService", owner) }
            secret.settings.write(to: &json)
            json.key("VersionIdsToStages")
            json.object { json in
                for (id, version) in secret.versions.sorted(by: { $0.key < $1.key }) where !version.labels.isEmpty {
                    json.key(id)
                    json.array { for label in version.labels.sorted() { $0.string(label) } }
                }
            }
            guard !secret.replicas.isEmpty else { return }
            json.key("ReplicationStatus")
            json.array { json in
                for region in secret.replicas {
                    json.object {
                        $0.member("Region", region)
                        $0.member("Status", secret.lag > 0 ? "InProgress" : "InSync")
                    }
                }
            }
        }
    }
}
