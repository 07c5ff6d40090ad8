import AWSClient

/// The pages of a list, asked for one after the other.
public struct AnswerPages<Operation: PagedOperation> {
    private let calls: any AWSCalling
    private var operation: Operation?

    public init(_ operation: Operation, on calls: any AWSCalling) {
        self.calls = calls
        self.operation = operation
    }

    /// The next page; nil behind the last one. A server that gives the same token twice would be asked for ever:
    /// that is a malformed answer.
    public mutating func next() async throws(AWSError) -> Operation.Output? {
        guard var operation else { return nil }
        let page = try await calls.perform(operation)
        if let next = page.nextToken {
            guard next != operation.token else {
                let request = operation.request
                throw AWSError(
                    .malformedAnswer, operation: "\(request.service.endpointPrefix):\(request.operation)",
                    code: "MalformedAnswer", message: "the answer gives the token of its own page for the next")
            }
            operation.token = next
            self.operation = operation
        } else {
            self.operation = nil
        }
        return page
    }

    /// All pages from here on.
    public mutating func all() async throws(AWSError) -> [Operation.Output] {
        var pages: [Operation.Output] = []
        while let page = try await next() { pages.append(page) }
        return pages
    }
}
