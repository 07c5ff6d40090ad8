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

    mutating func keys(_ request: FakeRequest) -> FakeReply {
        let name = request.text("KeyId")
        switch request.operation {
        case "kms:GetKeyRotationStatus":
            if let lag = keys[name]?.lag, lag > 0 {
                keys[name]?.lag -= 1
                if lag == 1 { keys[name]?.rotations += 1 }
            }
            let isRotating = (keys[name]?.lag ?? 0) > 0
            return .ok {
                $0.member("KeyRotationEnabled", false)
                if isRotating { $0.member("OnDemandRotationStartDate", 1_795_000_000) }
            }
        case "kms:ListKeyRotations":
            let count = keys[name]?.rotations ?? 0
            return .ok { json in
                json.key("Rotations")
                json.array { json in
                    for _ in 0..<count { json.object { $0.member("RotationType", "ON_DEMAND") } }
                }
            }
        case "kms:RotateKeyOnDemand":
            keys[name]?.lag = 3
            return .ok { $0.member("KeyId", name) }
        case "kms:ReEncrypt":
            guard let held = FakeCiphertext(request.text("CiphertextBlob")),
                (request.body?["SourceEncryptionContext"]?["LambdaFunctionName"]?.string ?? "") == held.context
            else { return .error(400, "InvalidCiphertextException") }
            revisions += 1
            let destination = request.text("DestinationKeyId")
            let again = FakeCiphertext(
                key: destination, context: held.context, serial: revisions, plaintext: held.plaintext)
            return .ok {
                $0.member("CiphertextBlob", again.text)
                $0.member("SourceKeyId", "arn:aws:kms:eu-west-1:111122223333:key/\(held.key)")
                $0.member("KeyId", "arn:aws:kms:eu-west-1:111122223333:key/\(destination)")
            }
        case "kms:UpdateAlias":
            keyAliases[request.text("AliasName")] = request.text("TargetKeyId")
            return .ok { _ in }
        case "kms:DescribeKey":
            let id = keyAliases[name] ?? name.split(separator: "/").last.map(String.init) ?? name
            let isOwn = keys[id] != nil
            return .ok { json in
                json.key("KeyMetadata")
                json.object {
                    $0.member("KeyId", id)
                    if isOwn {
                        $0.member("KeyManager", "CUSTOMER")
                        $0.member("KeySpec", "SYMMETRIC_DEFAULT")
                        $0.member("KeyUsage", "ENCRYPT_DECRYPT")
                        $0.member("KeyState", "Enabled")
                    }
                    $0.member("Arn", "arn:aws:kms:eu-west-1:111122223333:key/\(id)")
                }
            }
        default: return .error(400, "UnknownOperationException", request.operation)
        }
    }
}
