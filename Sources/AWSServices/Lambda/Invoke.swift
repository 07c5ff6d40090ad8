import AWSClient
import SensitiveMemory

extension Lambda {
    /// Lambda Invoke, waiting for the answer. What the function answers may hold anything: it stays in its wiped buffer and
    /// goes to `judge` only. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    public struct Invoke<Judgement: Sendable>: AWSOperation {
        public struct Output: Sendable {
            /// `Handled` or `Unhandled`; nil if the function did not fail.
            public let functionError: String?
            public let judgement: Judgement
        }

        private let function: String
        private let qualifier: String?
        private let payload: String
        private let judge: @Sendable (UnsafeRawBufferPointer) -> Judgement

        /// - Parameters:
        ///   - payload: JSON, no secret.
        ///   - judge: sees the answer's bytes for its length.
        public init(
            function: String, qualifier: String?, payload: String,
            judge: @escaping @Sendable (UnsafeRawBufferPointer) -> Judgement
        ) {
            self.function = function
            self.qualifier = qualifier
            self.payload = payload
            self.judge = judge
        }

        public var request: AWSRequest {
            var request = AWSRequest.lambdaChange(
                "Invoke", "POST", ["2015-03-31", "functions", function, "invocations"],
                query: [("Qualifier", qualifier)],
                subject: qualifier.map { "\(function):\($0)" } ?? function, body: .bytes(Array(payload.utf8)))
            request.headers += [("X-Amz-Invocation-Type", "RequestResponse"), ("X-Amz-Log-Type", "None")]
            return request
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            Output(
                functionError: response.headers["x-amz-function-error"],
                judgement: response.body.withUnsafeBytes(judge))
        }
    }
}
