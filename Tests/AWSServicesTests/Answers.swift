import AWSClient
import AWSServices
import SensitiveMemory

/// An answer as a server would have sent it.
func response(_ body: String, status: Int = 200) -> AWSResponse {
    var body = body
    return AWSResponse(
        status: status, headers: [:], requestID: "req-1",
        body: body.withUTF8 { WipedBuffer(copying: UnsafeRawBufferPointer($0)) })
}

extension AWSRequest {
    /// The body as text, for comparison.
    var text: String {
        switch body {
        case .empty: ""
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .secret: "<redacted>"
        }
    }

    var target: String? { headers.first { $0.name == "X-Amz-Target" }?.value }
}

/// Copies the bytes of a value for comparison in a test.
func bytes(_ value: Result<SecretBytes, any Error>) throws -> [UInt8] { try value.get().withUnsafeBytes { Array($0) } }

/// All that a dump of the thing would put into a log.
func dumped(_ thing: some Any) -> String {
    var text = ""
    dump(thing, to: &text)
    return text + String(describing: thing) + String(reflecting: thing)
}
