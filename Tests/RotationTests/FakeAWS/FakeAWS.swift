import AWSClient
import SensitiveMemory
import Synchronization

/// AWS as the transport sees it: the fake account behind a layer that lets faults happen.
final class FakeAWS: HTTPTransport {
    private let state: Mutex<(account: FakeAccount, calls: [String], isSignedOut: Bool)>
    let script: FaultScript?

    init(_ account: FakeAccount, script: FaultScript? = nil) {
        state = Mutex((account, [], false))
        self.script = script
    }

    var account: FakeAccount { state.withLock { $0.account } }
    /// The operations that arrived, in order.
    var calls: [String] { state.withLock { $0.calls } }

    /// Somebody else changes something.
    func change(_ body: (inout FakeAccount) -> Void) { state.withLock { body(&$0.account) } }

    /// From here on the session is over, or there is a new one.
    func signOut(_ isOut: Bool) { state.withLock { $0.isSignedOut = isOut } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let request = FakeRequest(request)
        if state.withLock({ $0.isSignedOut }) { return Self.response(.error(400, "ExpiredTokenException")) }
        let lost = TransportError(.timedOut, code: "CURLE_OPERATION_TIMEDOUT", words: "no answer", mayHaveArrived: true)
        switch script?.verdict(changes: request.changes) ?? .pass {
        case .pass: return Self.response(answer(request))
        case .dead: throw TransportError(.cancelled, words: "the process is gone", mayHaveArrived: false)
        case .applied:
            _ = answer(request)
            throw TransportError(.cancelled, words: "the process is gone", mayHaveArrived: false)
        case .lost:
            _ = answer(request)
            throw lost
        case .lostUnapplied: throw lost
        case .status(let status, let code, let applied):
            if applied { _ = answer(request) }
            return Self.response(.error(status, code))
        }
    }

    private func answer(_ request: FakeRequest) -> FakeReply {
        state.withLock { state in
            state.calls.append(request.operation)
            return state.account.answer(request)
        }
    }

    private static func response(_ reply: FakeReply) -> HTTPResponse {
        var text = reply.body
        var headers = reply.headers
        headers["x-amzn-requestid"] = "req-1"
        headers["content-type"] = reply.headers["content-type"] ?? "application/json"
        return HTTPResponse(
            status: reply.status, headers: headers,
            body: text.withUTF8 { WipedBuffer(copying: UnsafeRawBufferPointer($0)) })
    }
}
