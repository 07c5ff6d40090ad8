import AWSClient
import SensitiveMemory

extension ParameterStore {
    /// SSM PutParameter. What is not given falls back to AWS's defaults, also on an existing parameter: the key to aws/ssm.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
    public struct PutParameter: AWSOperation {
        private let name: String
        private let body: SecretBytes

        /// - Parameter policies: JSON, as the reference describes it.
        /// - Throws: what `SecretBytes` throws when there is no locked memory.
        public init(
            name: String, value: SecretBytes, type: String, keyID: String? = nil, tier: String? = nil,
            dataType: String? = nil, allowedPattern: String? = nil, policies: String? = nil,
            description: String? = nil, overwrite: Bool
        ) throws {
            self.name = name
            let body = SensitiveBody()
            body.put(#"{"Name":"#)
            body.string(name)
            body.put(#","Type":"#)
            body.string(type)
            let others = [
                ("KeyId", keyID), ("Tier", tier), ("DataType", dataType), ("AllowedPattern", allowedPattern),
                ("Policies", policies), ("Description", description)
            ]
            for case (let member, let text?) in others {
                body.put(#",""# + member + #"":"#)
                body.string(text)
            }
            body.put(#","Overwrite":"# + (overwrite ? "true" : "false") + #","Value":"#)
            body.string(value)
            body.put("}")
            self.body = try body.finished()
        }

        public var request: AWSRequest {
            .changing(.ssm, "PutParameter", target: "AmazonSSM", subject: name, body: body)
        }

        /// The number of the version.
        public func output(_ response: AWSResponse) throws(AWSError) -> Int {
            let answer = try Answer(response, to: request)
            guard let version = answer.int("Version") else { throw answer.malformed("has no Version") }
            return version
        }
    }
}
