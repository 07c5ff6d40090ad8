import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM LabelParameterVersion: moves labels to a version. Answers 200 also when labels are invalid, and names them.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html
    public struct LabelParameterVersion: AWSOperation {
        private let name: String
        private let version: Int
        private let labels: [String]

        public init(name: String, version: Int, labels: [String]) {
            self.name = name
            self.version = version
            self.labels = labels
        }

        public var request: AWSRequest {
            .changing(.ssm, "LabelParameterVersion", target: "AmazonSSM", subject: name) { body in
                body.member("Name", name)
                body.member("ParameterVersion", version)
                body.strings("Labels", labels)
            }
        }

        /// The labels that were not attached.
        public func output(_ response: AWSResponse) throws(AWSError) -> [String] {
            try Answer(response, to: request).strings("InvalidLabels")
        }
    }
}
