/// The ability to make one HTTP exchange. `CurlTransport` has it; a test's fake has it and fails on every
/// request that the test did not announce.
public protocol HTTPTransport: Sendable {
    /// Sends the request once and answers with whatever status came back. Cancelling the task ends the
    /// transfer and throws `TransportError.Kind.cancelled`.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}
