import AWSClient
import FoundationEssentials

extension IAM {
    /// IAM GetAccessKeyLastUsed: whose access key it is, and when and where it was last used.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html
    public struct GetAccessKeyLastUsed: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let user: String?
            /// nil if it was never used since April 2015.
            public let time: Date?
            public let service: String?
            public let region: String?
        }

        private let id: String

        public init(id: String) { self.id = id }

        public var request: AWSRequest { .iam("GetAccessKeyLastUsed", subject: id, [("AccessKeyId", id)]) }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            let used = answer.object("AccessKeyLastUsed")
            func known(_ name: String) -> String? { used?.string(name).flatMap { $0 == "N/A" ? nil : $0 } }
            return Output(
                user: answer.string("UserName"), time: used?.date("LastUsedDate"), service: known("ServiceName"),
                region: known("Region"))
        }
    }
}
