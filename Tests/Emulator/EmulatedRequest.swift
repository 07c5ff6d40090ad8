/// A request as it arrived.
public struct EmulatedRequest: Sendable {
    public let method: String
    /// Path and query as sent.
    public let target: String
    /// Names in lower case.
    public let headers: [String: String]
    public let body: [UInt8]

    /// The path without its query.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The signing name of the service, from the credential scope; empty without a signature.
    public var service: String { scope(3) }

    /// The region of the credential scope.
    public var region: String { scope(2) }

    /// The access key id of the credential scope.
    public var accessKeyID: String { scope(0) }

    /// The operation as IAM writes it: `lambda:ListFunctions`.
    public var operation: String { service + ":" + OperationName.of(self) }

    private func scope(_ index: Int) -> String {
        guard let header = headers["authorization"], let start = header.firstRange(of: "Credential=") else { return "" }
        let scope = header[start.upperBound...].prefix { $0 != "," && $0 != " " }
        let parts = scope.split(separator: "/")
        return index < parts.count ? String(parts[index]) : ""
    }
}
