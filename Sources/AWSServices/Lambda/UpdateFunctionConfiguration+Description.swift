import AWSClient
import StrictJSON

extension Lambda {
    /// Lambda UpdateFunctionConfiguration of the description alone: ends the warm sandboxes of $LATEST and touches no
    /// variable. The answer has the whole environment in it; nothing of it is read.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    public struct UpdateFunctionDescription: AWSOperation {
        private let function: String
        private let description: String

        public init(function: String, description: String) {
            self.function = function
            self.description = description
        }

        public var request: AWSRequest {
            .lambdaChange(
                "UpdateFunctionConfiguration", "PUT", ["2015-03-31", "functions", function, "configuration"],
                subject: function,
                body: .json { $0.member("Description", description) }
            ).idempotent
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}
