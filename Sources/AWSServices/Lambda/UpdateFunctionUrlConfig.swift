import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda UpdateFunctionUrlConfig: who may call a function's address, and nothing else of it.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html
    public struct UpdateFunctionUrlConfig: AWSOperation {
        private let function: String
        private let qualifier: String?
        private let authType: String

        /// - Parameter authType: NONE or AWS_IAM.
        public init(function: String, qualifier: String?, authType: String) {
            self.function = function
            self.qualifier = qualifier
            self.authType = authType
        }

        public var request: AWSRequest {
            .lambdaChange(
                "UpdateFunctionUrlConfig", "PUT", ["2021-10-31", "functions", function, "url"],
                query: [("Qualifier", qualifier)], subject: function,
                body: .json { $0.member("AuthType", authType) }
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}
