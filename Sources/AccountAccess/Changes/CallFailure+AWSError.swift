import AWSClient
import AWSServices
import Operations

extension CallFailure {
    /// What a failed call means for a step.
    init(_ error: AWSError, cannot act: String) {
        self.init(Cause(error), OperationFailure(error, cannot: act))
    }
}

extension CallFailure.Cause {
    fileprivate init(_ error: AWSError) {
        self =
            switch error.kind {
            case .ambiguous: .lost
            case .throttled: .throttled
            case .conflict: Self.precondition.contains(error.code) ? .changed : .busy
            case .notFound: .missing
            case .denied, .rejectedCredentials, .readOnly: .denied
            case .expiredCredentials, .noCredentials: .signedOut
            case .unreachable, .serviceFault, .malformedAnswer: .unreachable
            case .cancelled: .cancelled
            case .invalidRequest, .noRegion, .configuration, .plainEndpoint: .refused
            }
    }

    private static let precondition: Set<String> = ["PreconditionFailedException", "PreconditionFailed"]
}

extension AWSCalling {
    /// The operation for a step: its failure says what the step may conclude.
    func change<Operation: AWSOperation>(
        _ operation: Operation, _ act: String
    ) async throws(CallFailure) -> (output: Operation.Output, receipt: CallReceipt) {
        do throws(AWSError) {
            let answer = try await answer(to: operation)
            return (answer.output, CallReceipt(requestID: Cleaned.text(answer.requestID)))
        } catch {
            throw CallFailure(error, cannot: act)
        }
    }

    /// The same for an operation that needs locked memory before it can be sent.
    func change<Operation: AWSOperation>(
        _ act: String, _ make: () throws -> Operation
    ) async throws(CallFailure) -> (output: Operation.Output, receipt: CallReceipt) {
        let operation: Operation
        do { operation = try make() } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "cannot \(act): no locked memory is left"))
        }
        return try await change(operation, act)
    }
}
