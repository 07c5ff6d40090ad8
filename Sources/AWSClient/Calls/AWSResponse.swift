import SensitiveMemory

/// A successful answer. Its body may hold values: parse it and let it go.
public struct AWSResponse: Sendable {
    public let status: Int
    /// Header names in lower case.
    public let headers: [String: String]
    /// `x-amzn-RequestId` or its like; empty if the server sent none.
    public let requestID: String
    public let body: WipedBuffer

    public init(status: Int, headers: [String: String], requestID: String, body: WipedBuffer) {
        self.status = status
        self.headers = headers
        self.requestID = requestID
        self.body = body
    }
}
