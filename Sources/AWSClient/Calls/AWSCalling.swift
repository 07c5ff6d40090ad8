/// The ability to call an AWS operation. `AWSClient` has it; a test's fake has it and fails on every call
/// that the test did not announce.
public protocol AWSCalling: Sendable {
    /// Signs, sends, retries what is safe to repeat, and answers. Cancelling the task cancels the transfer.
    func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse
}
