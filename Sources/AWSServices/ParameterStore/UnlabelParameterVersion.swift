import AWSClient
import StrictJSON

extension ParameterStore {
    /// SSM UnlabelParameterVersion: takes labels off a version. Answers 200 also when labels are not there, and names them.
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UnlabelParameterVersion.html
    public struct UnlabelParameterVersion: AWSOperation {
        private let name: String
        private let version: Int
        private let labels: [String]

        public init(name: String, version: Int, labels: [String]) {
            self.name = name
            self.version = version
            self.labels = labels
        }

        public var request: AWSRequest {
            .changing(.ssm, "UnlabelParameterVersion", target: "AmazonSSM", subject: name) { body in
                body.member("Name", name)
                body.member("ParameterVersion", version)
                body.strings("Labels", labels)
            }
        }

        /// The labels that were not on the version.
        public func output(_ response: AWSResponse) throws(AWSError) -> [String] {
            try Answer(response, to: request).strings("InvalidLabels")
        }
    }
}
