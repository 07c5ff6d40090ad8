import AWSClient
import Operations

extension OperationFailure {
    /// What a failed call means for the work it was part of: what failed, AWS's own words, and what to do next.
    ///
    /// - Parameter act: what was being done, to be read behind "cannot": `list functions`.
    public init(_ error: AWSError, cannot act: String) {
        let advice = Self.advice(error)
        let words = error.message.isEmpty ? error.code : error.message
        self.init(
            Kind(error.kind), "cannot \(act): \(error.operation): \(words)" + (advice.isEmpty ? "" : "; " + advice),
            code: error.code, requestID: error.requestID)
    }

    private static func advice(_ error: AWSError) -> String {
        switch error.kind {
        case .denied: "these credentials need \(error.operation) allowed"
        case .expiredCredentials: "sign in again"
        case .throttled: "try again in a while"
        case .conflict: "it is being changed: try again"
        case .serviceFault: "try again; it is AWS's own fault"
        case .notFound, .noCredentials, .noRegion, .configuration, .rejectedCredentials, .readOnly, .invalidRequest,
            .unreachable, .plainEndpoint, .malformedAnswer, .ambiguous, .cancelled:
            ""
        }
    }
}

extension OperationFailure.Kind {
    /// The exit kind of each kind of error, as docs/exit-codes.md has it.
    public init(_ kind: AWSError.Kind) {
        self =
            switch kind {
            case .noCredentials, .noRegion, .configuration, .expiredCredentials, .plainEndpoint: .noCredentials
            case .rejectedCredentials, .denied, .readOnly: .denied
            case .notFound: .notFound
            case .throttled, .conflict: .tryAgain
            case .invalidRequest: .failed
            case .unreachable, .malformedAnswer, .serviceFault: .unreachable
            case .ambiguous: .stoppedHalfway
            case .cancelled: .interrupted
            }
    }
}
