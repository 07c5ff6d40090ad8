import AWSClient

extension GuardDuty {
    /// GuardDuty GetDetector: whether it is on.
    /// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html
    public struct GetDetector: AWSOperation {
        private let id: String

        public init(id: String) { self.id = id }

        public var request: AWSRequest { .guardDuty("GetDetector", ["detector", id], subject: id) }

        /// `ENABLED` or `DISABLED`.
        public func output(_ response: AWSResponse) throws(AWSError) -> String {
            try Answer(response, to: request).required("status")
        }
    }
}
