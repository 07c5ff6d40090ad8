import AWSClient
import StrictJSON

extension SecretsManager {
    /// Secrets Manager RotateSecret: at once, by the function or service that the secret has, or only its schedule. Answers
    /// before the rotation is over. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
    public struct RotateSecret: AWSOperation {
        private enum Order: Sendable {
            case now(token: String)
            case schedule(String, function: String?, window: String?)
        }

        private let secretID: String
        private let order: Order

        /// A rotation at once.
        public init(secretID: String, token: String) {
            self.secretID = secretID
            order = .now(token: token)
        }

        /// Sets the schedule and the function and rotates nothing now. Secrets Manager tries the function's test step then,
        /// and forgets the version that it made for that.
        ///
        /// - Parameters:
        ///   - schedule: `rate(30 days)` or a cron expression.
        ///   - functionARN: nil for the one that it has.
        ///   - window: `2h`; nil for the default.
        public init(secretID: String, schedule: String, functionARN: String?, window: String?) {
            self.secretID = secretID
            order = .schedule(schedule, function: functionARN, window: window)
        }

        public var request: AWSRequest {
            .changing(
                .secretsManager, "RotateSecret", target: "secretsmanager", subject: secretID, isIdempotent: true
            ) { body in
                body.member("SecretId", secretID)
                switch order {
                case .now(let token):
                    body.member("ClientRequestToken", token)
                    body.member("RotateImmediately", true)
                case .schedule(let schedule, let function, let window):
                    if let function { body.member("RotationLambdaARN", function) }
                    body.key("RotationRules")
                    body.object { rules in
                        rules.member("ScheduleExpression", schedule)
                        if let window { rules.member("Duration", window) }
                    }
                    body.member("RotateImmediately", false)
                }
            }
        }

        /// The id of the version that is being made; nil where the service does not tell.
        public func output(_ response: AWSResponse) throws(AWSError) -> String? {
            try Answer(response, to: request).string("VersionId")
        }
    }
}
