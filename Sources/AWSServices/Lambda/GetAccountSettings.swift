import AWSClient

extension Lambda {
    /// Lambda GetAccountSettings: the account's limits in this region.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html
    public struct GetAccountSettings: AWSOperation {
        public struct Output: Sendable, Equatable {
            public let concurrent: Int?
            /// What no function has reserved.
            public let unreserved: Int?
        }

        public init() {}

        public var request: AWSRequest { .lambda("GetAccountSettings", ["2016-08-19", "account-settings"]) }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let limit = try Answer(response, to: request).object("AccountLimit")
            return Output(
                concurrent: limit?.int("ConcurrentExecutions"),
                unreserved: limit?.int("UnreservedConcurrentExecutions"))
        }
    }
}
