extension Endpoint {
    /// Throws `.plainEndpoint` if requests would cross a network without TLS.
    func refuseIfPlain(operation: String) throws(AWSError) {
        guard scheme == .http, !isLoopback else { return }
        throw AWSError(
            .plainEndpoint, operation: operation, code: "PlainEndpoint",
            message: "the endpoint \(url) has no TLS; use https, or set allow_plain_http if that network is yours")
    }
}
