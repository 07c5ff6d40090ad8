/// What AWS's error codes mean to us. The throttling and transient ones are those of botocore's standard mode.
enum ErrorCodes {
    static let throttling: Set<String> = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "RequestThrottled", "SlowDown",
        "PriorRequestNotComplete", "EC2ThrottledException", "EC2ThrottledRequestException"
    ]

    static let transient: Set<String> = ["RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete"]

    static let transientStatus: Set<Int> = [500, 502, 503, 504]

    private static let expired: Set<String> = [
        "ExpiredToken", "ExpiredTokenException", "ExpiredTokenFault", "TokenRefreshRequired", "RequestExpired"
    ]

    private static let rejected: Set<String> = [
        "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "InvalidSignatureException",
        "AuthFailure", "InvalidAccessKeyId", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
        "IncompleteSignature", "IncompleteSignatureException", "RequestTimeTooSkewed", "RequestInTheFuture",
        "InvalidToken", "NotSignedException"
    ]

    private static let denied: Set<String> = [
        "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "UnauthorizedException", "NotAuthorized",
        "AuthorizationError", "AuthorizationErrorException", "KMSAccessDeniedException", "OptInRequired",
        "UnauthorizedAccess", "ForbiddenException"
    ]

    private static let conflicts: Set<String> = [
        "PreconditionFailedException", "PreconditionFailed", "ResourceConflictException", "ResourceInUseException",
        "ConflictException", "OperationInProgressException", "TooManyUpdates", "ConcurrentModificationException",
        "OperationAbortedException", "ConditionalCheckFailedException", "ResourceNotReadyException",
        "KMSInvalidStateException"
    ]

    static func isThrottling(code: String, status: Int) -> Bool { throttling.contains(code) || status == 429 }

    static func kind(code: String, status: Int) -> AWSError.Kind {
        if isThrottling(code: code, status: status) { return .throttled }
        if expired.contains(code) { return .expiredCredentials }
        if rejected.contains(code) { return .rejectedCredentials }
        if denied.contains(code) { return .denied }
        if conflicts.contains(code) { return .conflict }
        if isMissing(code) { return .notFound }
        switch status {
        case 401, 403: return .denied
        case 404 where code.isEmpty: return .notFound
        case 409, 412: return .conflict
        case 500...: return .serviceFault
        default: return status == 404 ? .notFound : .invalidRequest
        }
    }

    /// AWS has hundreds of these; their form is regular: `ParameterNotFound`, `NoSuchEntity`, `NotFoundException`.
    private static func isMissing(_ code: String) -> Bool {
        if code == "NotFoundException" || code == "NotFound" || code.hasPrefix("NoSuch") { return true }
        return ["NotFound", "NotFoundException", "NotFoundFault", "DoesNotExist"].contains { code.hasSuffix($0) }
    }
}
