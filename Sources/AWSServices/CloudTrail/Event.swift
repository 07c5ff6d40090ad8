import AWSClient
import FoundationEssentials
import StrictJSON

extension CloudTrail {
    /// What is kept of an event: identifiers and times. Of the request's parameters only those that name things.
    public struct Event: Sendable, Equatable {
        public let id: String
        public let time: Date
        /// `GetSecretValue`
        public let name: String
        /// `secretsmanager.amazonaws.com`
        public let source: String
        /// The ARN of the identity; the service's name where a service called for itself.
        public let actor: String?
        public let accessKeyID: String?
        public let sourceIP: String?
        public let agent: String?
        public let invokedBy: String?
        public let requestID: String?
        public let errorCode: String?
        /// The names under which the event can be looked up.
        public let resources: [String]
        /// Parameters of the request that name things: `secretId`, `name`, `keyId`, … A list gives several.
        public let names: [String: [String]]
        /// What a decryption was for: `SecretARN`, `SecretVersionId`, `PARAMETER_ARN`.
        public let encryptionContext: [String: String]

        /// The parameters that are kept; no others are looked at.
        static let kept: Set<String> = [
            "secretId", "secretIdList", "versionId", "versionStage", "name", "names", "path", "recursive", "keyId",
            "functionName", "qualifier", "roleName", "userName", "accessKeyId", "clientRequestToken"
        ]

        init(_ answer: Answer) throws(AWSError) {
            id = try answer.required("EventId")
            name = try answer.required("EventName")
            guard let time = answer.date("EventTime") else {
                throw answer.malformed("has no \(answer.field("EventTime"))")
            }
            self.time = time
            source = answer.string("EventSource") ?? ""
            accessKeyID = answer.string("AccessKeyId")
            resources = answer.objects("Resources").compactMap { $0.string("ResourceName") }
            let inner = Self.document(answer)?.root
            let identity = inner?["userIdentity"]
            actor = identity?["arn"]?.string ?? identity?["invokedBy"]?.string ?? answer.string("Username")
            sourceIP = inner?["sourceIPAddress"]?.string
            agent = inner?["userAgent"]?.string
            invokedBy = identity?["invokedBy"]?.string
            requestID = inner?["requestID"]?.string
            errorCode = inner?["errorCode"]?.string
            let parameters = inner?["requestParameters"]
            names = Self.names(parameters)
            encryptionContext = Self.texts(parameters?["encryptionContext"])
        }

        private static func document(_ answer: Answer) -> JSONDocument? {
            guard let node = answer.node["CloudTrailEvent"] else { return nil }
            return node.withDecodedBytes { bytes -> JSONDocument? in
                do throws(JSONError) { return try JSONDocument(copying: bytes) } catch { return nil }
            } ?? nil
        }

        private static func names(_ parameters: JSONNode?) -> [String: [String]] {
            var names: [String: [String]] = [:]
            guard let parameters else { return names }
            for (key, value) in parameters.members {
                guard let key = key.string, kept.contains(key) else { continue }
                switch value.kind {
                case .string: names[key] = value.string.map { [$0] } ?? []
                case .array: names[key] = value.elements.compactMap(\.string)
                case .bool(let flag): names[key] = [flag ? "true" : "false"]
                case .object, .number, .null: break
                }
            }
            return names
        }

        private static func texts(_ node: JSONNode?) -> [String: String] {
            var texts: [String: String] = [:]
            guard let node else { return texts }
            for (key, value) in node.members {
                if let key = key.string, let value = value.string { texts[key] = value }
            }
            return texts
        }
    }
}
