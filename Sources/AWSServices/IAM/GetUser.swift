import AWSClient
import FoundationEssentials

extension IAM {
    /// IAM GetUser. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
    public struct GetUser: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let arn: String
            public let created: Date?
            /// When the password was last used; nil if there is none or it never was.
            public let passwordUsed: Date?
            public let tags: [String: String]
        }

        private let name: String

        public init(name: String) { self.name = name }

        public var request: AWSRequest { .iam("GetUser", subject: name, [("UserName", name)]) }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            guard let user = answer.object("User") else { throw answer.malformed("has no User") }
            return Output(
                arn: try user.required("Arn"), created: user.date("CreateDate"),
                passwordUsed: user.date("PasswordLastUsed"), tags: user.tags("Tags"))
        }
    }
}
