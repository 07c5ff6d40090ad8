import SensitiveMemory

/// One header of a request. A value that is a credential (a session token, a bearer token) stays in
/// `SecretBytes` until it is written into the transfer.
public struct HTTPHeader: Sendable {
    /// What stands behind the colon.
    public enum Value: Sendable {
        case text(String)
        case secret(SecretBytes)
    }

    public let name: String
    public let value: Value

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = .text(value)
    }

    public init(_ name: String, secret: SecretBytes) {
        self.name = name
        value = .secret(secret)
    }

    /// The bytes of the value, for the length of the closure.
    func withValueBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        switch value {
        case .text(var text): try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
        case .secret(let secret): try secret.withUnsafeBytes(body)
        }
    }
}
