import Inventory
import StrictJSON

/// The smallest policy that lets a function's role read a value in its new place.
struct ReadPolicy {
    /// nil where the value is a ciphertext in a variable.
    let place: Reference?
    /// The key's ARN; nil where AWS's own key encrypts, which needs no right of its own.
    let key: String?
    let functions: [String]
    let partition: String
    let region: String
    let account: String
    /// What the ciphertext is bound to; empty for the function's own name.
    var context: [String: String] = [:]

    /// JSON on one line, its members sorted.
    var document: String {
        var json = JSONWriter()
        json.object { json in
            json.member("Version", "2012-10-17")
            json.key("Statement")
            json.array { json in
                switch place {
                case .parameter(let name, _):
                    let arn = arn("ssm", "parameter/\(name.drop { $0 == "/" })")
                    Self.allow("ssm:GetParameter", arn, to: &json)
                    decrypt(("kms:EncryptionContext:PARAMETER_ARN", [arn]), &json)
                case .secret(let name, _, _):
                    // AWS adds a hyphen and six characters to the name.
                    let arn = arn("secretsmanager", "secret:\(name)-??????")
                    Self.allow("secretsmanager:GetSecretValue", arn, to: &json)
                    decrypt(("kms:ViaService", ["secretsmanager.\(region).amazonaws.com"]), &json)
                case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
                    .stack, nil:
                    let bound = context.sorted { $0.key < $1.key }.first
                    decrypt(
                        bound.map { ("kms:EncryptionContext:\($0.key)", [$0.value]) }
                            ?? ("kms:EncryptionContext:LambdaFunctionName", functions), &json)
                }
            }
        }
        return PolicyText(json.text)?.text ?? json.text
    }

    private func arn(_ service: String, _ resource: String) -> String {
        "arn:\(partition):\(service):\(region):\(account):\(resource)"
    }

    private func decrypt(_ condition: (name: String, values: [String]), _ json: inout JSONWriter) {
        guard let key else { return }
        Self.allow("kms:Decrypt", key, condition, to: &json)
    }

    private static func allow(
        _ action: String, _ resource: String, _ condition: (name: String, values: [String])? = nil,
        to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("Effect", "Allow")
            json.member("Action", action)
            json.member("Resource", resource)
            guard let condition else { return }
            json.key("Condition")
            json.object { json in
                json.key("StringEquals")
                json.object { json in
                    json.key(condition.name)
                    if condition.values.count == 1 {
                        json.string(condition.values[0])
                    } else {
                        json.array { for value in condition.values { $0.string(value) } }
                    }
                }
            }
        }
    }
}
