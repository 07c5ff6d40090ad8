import ConsoleViewModels
import Operations

extension Problem {
    /// A failed operation in the words of the row or pane that it concerns.
    init(_ failure: OperationFailure) {
        self.init(
            Kind(failure), failure.message, advice: Self.advice(failure), code: failure.code,
            requestID: failure.requestID)
    }

    private static func advice(_ failure: OperationFailure) -> String {
        switch failure.kind {
        case .auditUnwritable: "values stay closed until the audit trail can be written: see curtain doctor"
        case .unreachable, .tryAgain: "R asks again"
        case .failed, .finding, .stoppedHalfway, .usage, .badInput, .notFound, .ownFault, .denied, .noCredentials,
            .interrupted:
            ""
        }
    }
}

extension Problem.Kind {
    init(_ failure: OperationFailure) {
        self =
            switch failure.kind {
            case .noCredentials: Self.expired.contains(failure.code) ? .expiredCredentials : .noCredentials
            case .denied: .denied
            case .unreachable: .unreachable
            case .tryAgain: .throttled
            case .notFound: .notFound
            case .auditUnwritable: .auditUnwritable
            case .failed, .finding, .stoppedHalfway, .usage, .badInput, .ownFault, .interrupted: .other
            }
    }

    /// The codes that say that a session has ended, as STS and the services spell them.
    private static let expired: Set<String> = [
        "ExpiredToken", "ExpiredTokenException", "ExpiredTokenFault", "TokenRefreshRequired", "RequestExpired",
        "ExpiredCredentials", "SignInRequired", "SignInTooLate"
    ]
}
