import AWSServices
import FoundationEssentials
import Inventory

extension AccessEvent {
    /// What is kept of CloudTrail's event.
    init(_ event: CloudTrail.Event) {
        let context = event.encryptionContext
        self.init(
            id: Cleaned.text(event.id), time: event.time, actor: Cleaned.text(event.actor ?? "unknown"),
            action: Cleaned.text(event.name), service: Cleaned.text(event.source), references: Self.references(event),
            version: Cleaned.text(context["SecretVersionId"] ?? event.names["versionId"]?.first),
            requestID: Cleaned.text(event.requestID), sourceIP: Cleaned.text(event.sourceIP),
            agent: Cleaned.text(event.agent), invokedBy: Cleaned.text(event.invokedBy),
            errorCode: Cleaned.text(event.errorCode))
    }

    private static func references(_ event: CloudTrail.Event) -> [Reference] {
        let names = event.names
        switch event.source {
        case "secretsmanager.amazonaws.com":
            return ((names["secretId"] ?? []) + (names["secretIdList"] ?? [])).map(secret)
        case "ssm.amazonaws.com":
            let paths = (names["path"] ?? []).map { path in
                Reference.parameter(name: (path.hasSuffix("/") ? path : path + "/") + "*")
            }
            return ((names["name"] ?? []) + (names["names"] ?? [])).map(parameter) + paths
        case "kms.amazonaws.com": return decrypted(event)
        case "lambda.amazonaws.com":
            let functions = (names["functionName"] ?? []).map(function)
            return functions.isEmpty && event.name.hasPrefix("ListFunctions")
                ? [.function(name: Reference.everything)] : functions
        default: return []
        }
    }

    /// What the encryption context says was decrypted, and the key.
    private static func decrypted(_ event: CloudTrail.Event) -> [Reference] {
        let context = event.encryptionContext
        let things = ["SecretARN", "PARAMETER_ARN", "aws:lambda:FunctionArn"].compactMap { key -> Reference? in
            context[key].flatMap(AmazonResourceName.init).flatMap(Reference.init)
        }
        let keys = (event.resources + (event.names["keyId"] ?? [])).compactMap { text -> Reference? in
            AmazonResourceName(text)?.keyID.map { .key(id: $0) }
        }
        return things + keys.prefix(1)
    }

    private static func secret(_ text: String) -> Reference {
        AmazonResourceName(text)?.secretName.map { .secret(name: $0) } ?? .secret(name: text)
    }

    private static func parameter(_ text: String) -> Reference {
        if let arn = AmazonResourceName(text), let reference = Reference(arn) { return reference.ofRow ?? reference }
        return .parameter(name: String(text.prefix { $0 != ":" }))
    }

    private static func function(_ text: String) -> Reference {
        if let function = AmazonResourceName(text)?.function { return .function(name: function.name) }
        // name, name:version, or account:function:name
        let parts = text.split(separator: ":").map(String.init)
        if let place = parts.firstIndex(of: "function"), place + 1 < parts.count {
            return .function(name: parts[place + 1])
        }
        return .function(name: parts.first ?? text)
    }
}
