import AWSClient

extension IAM {
    /// IAM GetRole. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
    public struct GetRole: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let arn: String
            public let boundary: String?
            public let tags: [String: String]
            /// Who may become the role, JSON.
            public let trust: String?
        }

        private let name: String

        public init(name: String) { self.name = name }

        public var request: AWSRequest { .iam("GetRole", subject: name, [("RoleName", name)]) }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            guard let role = answer.object("Role") else { throw answer.malformed("has no Role") }
            return Output(
                arn: try role.required("Arn"),
                boundary: role.object("PermissionsBoundary")?.string("PermissionsBoundaryArn"), tags: role.tags("Tags"),
                trust: role.string("AssumeRolePolicyDocument").flatMap(PercentEncoding.decode))
        }
    }
}
