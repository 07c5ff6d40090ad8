import SensitiveMemory

/// The body of a Query request: `Action=…&Version=…`, percent-encoded; values may be secrets.
struct FormBody {
    private let buffer = WipedBuffer(capacity: 1024)

    init(action: String, version: String) {
        buffer.append(text: "Action=\(action)&Version=\(version)")
    }

    func add(_ name: String, _ value: String?) {
        guard let value else { return }
        buffer.append(text: "&\(name)=" + URIEncoding.encode(value))
    }

    func add(_ name: String, _ secret: SecretBytes) {
        buffer.append(text: "&\(name)=")
        secret.withUnsafeBytes { bytes in
            for byte in bytes {
                let single: [UInt8] =
                    URIEncoding.isUnreserved(byte)
                    ? [byte] : [UInt8(ascii: "%")] + Array(Hexadecimal.text([byte]).uppercased().utf8)
                single.withUnsafeBytes { buffer.append($0) }
            }
        }
    }

    /// The body, in locked memory.
    func secret() throws(AWSError) -> SecretBytes { try CredentialMemory.secret(buffer) }

    static let contentType = (name: "Content-Type", value: "application/x-www-form-urlencoded; charset=utf-8")
}
