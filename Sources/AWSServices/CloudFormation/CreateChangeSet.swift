import AWSClient
import SensitiveMemory

extension CloudFormation {
    /// CloudFormation CreateChangeSet for an update: the template in the body, or the one that the stack has, every parameter
    /// with its previous value but for those that get another.
    /// A template may hold values, so its text is locked memory, and what is sent is too.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
    public struct CreateChangeSet: AWSOperation {
        /// What a template in the body may have, in bytes; a larger one would have to lie in S3.
        public static let limit = 51_200

        private let stack: String
        private let name: String
        private let body: SecretBytes

        /// - Parameters:
        ///   - template: nil for the one that the stack has (UsePreviousTemplate).
        ///   - parameters: all that the stack has.
        ///   - values: those of them that get another value, which is none that has to be kept.
        /// - Throws: what `SecretBytes` throws without locked memory.
        public init(
            stack: String, name: String, template: SecretBytes?, parameters: [String], values: [String: String] = [:],
            capabilities: [String], token: String, description: String
        ) throws {
            self.stack = stack
            self.name = name
            var form: [(String, String)] = [
                ("Action", "CreateChangeSet"), ("Version", "2010-05-15"), ("StackName", stack),
                ("ChangeSetName", name), ("ChangeSetType", "UPDATE"), ("ClientToken", token),
                ("Description", description)
            ]
            for (place, capability) in capabilities.enumerated() {
                form.append(("Capabilities.member.\(place + 1)", capability))
            }
            for (place, parameter) in parameters.enumerated() {
                form.append(("Parameters.member.\(place + 1).ParameterKey", parameter))
                if let value = values[parameter] {
                    form.append(("Parameters.member.\(place + 1).ParameterValue", value))
                } else {
                    form.append(("Parameters.member.\(place + 1).UsePreviousValue", "true"))
                }
            }
            let head =
                form.map { PathSegment.encode($0.0) + "=" + PathSegment.encode($0.1) }.joined(separator: "&")
                + (template == nil ? "&UsePreviousTemplate=true" : "&TemplateBody=")
            let buffer = WipedBuffer(capacity: 4096)
            defer { buffer.wipe() }
            for byte in head.utf8 { withUnsafeBytes(of: byte) { buffer.append($0) } }
            template?.withUnsafeBytes { bytes in
                for byte in bytes {
                    PercentEncoding.encode(byte) { byte in withUnsafeBytes(of: byte) { buffer.append($0) } }
                }
            }
            body = try buffer.withUnsafeBytes { try SecretBytes(copying: $0) }
        }

        public var request: AWSRequest {
            var request = AWSRequest.cloudFormation("CreateChangeSet", subject: "\(stack)/\(name)", [])
            request.body = .secret(body)
            return request.changing
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}
