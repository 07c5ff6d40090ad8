import SensitiveMemory

/// An answer of any status, complete and decoded.
public struct HTTPResponse: Sendable {
    public let status: Int
    /// Names in lower case; a repeated header's values are joined by a comma.
    public let headers: [String: String]
    public let body: WipedBuffer

    public init(status: Int, headers: [String: String], body: WipedBuffer) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
