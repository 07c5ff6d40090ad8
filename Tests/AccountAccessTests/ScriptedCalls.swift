import AWSClient
import SensitiveMemory
import StrictJSON
import Synchronization
import Testing

/// A fake account: answers the announced calls with recorded texts and fails the test on any other.
///
/// A call is named `lambda:GetFunction pay` by operation and subject, `lambda:ListFunctions #m2` by the token of its
/// page.
final class ScriptedCalls: AWSCalling {
    enum Answer: Sendable {
        case body(String)
        case failure(AWSError)
    }

    private struct State {
        var answers: [String: [Answer]] = [:]
        var made: [String] = []
        var inFlight = 0
        var mostInFlight = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    /// The first so many calls wait for each other before any is answered.
    private let rendezvous: Int

    init(_ answers: [String: Answer] = [:], rendezvous: Int = 0) {
        self.rendezvous = rendezvous
        state.withLock { $0.answers = answers.mapValues { [$0] } }
    }

    /// Announces one more answer to a call.
    func announce(_ name: String, _ answer: Answer) {
        state.withLock { $0.answers[name, default: []].append(answer) }
    }

    /// The calls made, in their order.
    var made: [String] { state.withLock { $0.made } }
    var mostInFlight: Int { state.withLock { $0.mostInFlight } }
    /// What was announced and never asked for.
    var unused: [String] { state.withLock { $0.answers.filter { !$0.value.isEmpty }.keys.sorted() } }

    func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse {
        let name = Self.name(of: request)
        let answer: Answer? = state.withLock { state in
            state.made.append(name)
            state.inFlight += 1
            state.mostInFlight = max(state.mostInFlight, state.inFlight)
            guard let next = state.answers[name]?.first else { return nil }
            state.answers[name]?.removeFirst()
            return next
        }
        defer { state.withLock { $0.inFlight -= 1 } }
        await meet()
        for _ in 0..<5 { await Task.yield() }
        if Task.isCancelled { throw AWSError(.cancelled, operation: name, message: "cancelled") }
        switch answer {
        case .body(var text)?:
            return AWSResponse(
                status: 200, headers: [:], requestID: "req-\(name)",
                body: text.withUTF8 { WipedBuffer(copying: UnsafeRawBufferPointer($0)) })
        case .failure(let error)?: throw error
        case nil:
            Issue.record("a call that was not announced: \(name)")
            throw AWSError(.invalidRequest, operation: name, message: "not announced")
        }
    }

    private func meet() async {
        guard rendezvous > 0 else { return }
        await withCheckedContinuation { continuation in
            let released: [CheckedContinuation<Void, Never>] = state.withLock { state in
                state.waiting.append(continuation)
                guard state.made.count >= rendezvous else { return [] }
                defer { state.waiting = [] }
                return state.waiting
            }
            for waiter in released { waiter.resume() }
        }
    }

    private static func name(of request: AWSRequest) -> String {
        var name = "\(request.service.endpointPrefix):\(request.operation)"
        if let subject = request.subject { name += " \(subject)" }
        if let token = request.query.first(where: { $0.name == "Marker" })?.value ?? bodyToken(request) {
            name += " #\(token)"
        }
        return name
    }

    private static func bodyToken(_ request: AWSRequest) -> String? {
        guard case .bytes(let bytes) = request.body,
            let document = try? bytes.withUnsafeBytes({ try JSONDocument(copying: $0) })
        else { return nil }
        return ["NextToken", "Marker", "PaginationToken"].compactMap { document.root[$0]?.string }.first
    }
}

extension AWSError {
    static func denied(_ operation: String) -> AWSError {
        AWSError(
            .denied, operation: operation, code: "AccessDeniedException", message: "not authorized", requestID: "req-d",
            status: 400)
    }
}
