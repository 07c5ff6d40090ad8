import AWSClient

extension Lambda {
    /// Lambda DeleteFunction, of one published version only. Without a qualifier AWS deletes the whole function, and `$LATEST`
    /// cannot be deleted alone, so a version is a number here and never missing.
    /// https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
    public struct DeleteFunction: AWSOperation, Equatable {
        private let function: String
        private let version: Int

        /// nil if the version is no number from 1, or the name brings a qualifier of its own.
        public init?(function: String, version: Int) {
            guard version > 0, !function.isEmpty else { return nil }
            // `name:live`, or an ARN that ends in a version, would say twice what is deleted.
            let colons = function.utf8.count { $0 == UInt8(ascii: ":") }
            guard function.hasPrefix("arn:") ? colons == 6 : colons == 0 else { return nil }
            self.function = function
            self.version = version
        }

        public var request: AWSRequest {
            .lambdaChange(
                "DeleteFunction", "DELETE", ["2015-03-31", "functions", function],
                query: [("Qualifier", String(version))], subject: "\(function):\(version)")
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> NoAnswer { NoAnswer() }
    }
}
