import AWSClient

/// One operation of the AWS API reference: how it is asked and how its answer is read.
public protocol AWSOperation: Sendable {
    associatedtype Output: Sendable

    /// The call, before endpoint, credentials and signature.
    var request: AWSRequest { get }

    /// Reads the answer. What is sensitive in it goes into `SecretBytes`, through a closure, or nowhere.
    /// Throws `.malformedAnswer`, which names the operation and the field and quotes nothing.
    func output(_ response: AWSResponse) throws(AWSError) -> Output
}

/// An operation that answers page by page. A page may be empty and still have one behind it.
public protocol PagedOperation: AWSOperation where Output: AnswerPage {
    /// The token of the page to ask for; nil for the first.
    var token: String? { get set }
}

/// One page of a list.
public protocol AnswerPage: Sendable {
    /// What asks for the next page; nil on the last.
    var nextToken: String? { get }
}

extension AWSCalling {
    /// Calls the operation and reads its answer.
    public func perform<Operation: AWSOperation>(_ operation: Operation) async throws(AWSError) -> Operation.Output {
        try await answer(to: operation).output
    }

    /// The same, with the id under which AWS knows the call.
    public func answer<Operation: AWSOperation>(
        to operation: Operation
    ) async throws(AWSError) -> (output: Operation.Output, requestID: String) {
        let response = try await call(operation.request)
        return (try operation.output(response), response.requestID)
    }
}
