import SensitiveMemory
import Synchronization
import Testing

@testable import AWSClient

/// A transport that plays what the test announced, in order, and records an issue for every other request.
final class FakeTransport: HTTPTransport {
    enum Step: Sendable {
        case answer(Int, String, [String: String])
        case failure(TransportError)
    }

    private let state: Mutex<(steps: [Step], requests: [HTTPRequest])>

    init(_ steps: [Step]) { state = Mutex((steps, [])) }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var left: Int { state.withLock { $0.steps.count } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let step: Step? = state.withLock { state in
            state.requests.append(request)
            return state.steps.isEmpty ? nil : state.steps.removeFirst()
        }
        switch step {
        case .answer(let status, let body, let headers):
            let buffer = WipedBuffer()
            buffer.append(text: body)
            return HTTPResponse(status: status, headers: headers, body: buffer)
        case .failure(let error): throw error
        case nil:
            Issue.record("unannounced request: \(request.method) \(request.endpoint.url)\(request.target)")
            throw TransportError(.unusable, words: "unannounced", mayHaveArrived: false)
        }
    }
}

extension HTTPRequest {
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.withValueBytes {
            String(decoding: $0, as: UTF8.self)
        }
    }

    var bodyText: String {
        switch body {
        case .empty: ""
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .secret(let secret): secret.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
    }
}
