import Synchronization

/// A script by operation: each operation has its answers in their order, the last one again and again. A
/// call that was not announced is answered with an error that no retry repeats, and remembered.
public final class ScriptedAnswers: Sendable {
    private let answers: Mutex<[String: [EmulatedAnswer]]>
    private let surprises = Mutex<[String]>([])

    /// The answers by operation, such as `lambda:ListFunctions`.
    public init(_ answers: [String: [EmulatedAnswer]] = [:]) { self.answers = Mutex(answers) }

    /// Calls that nobody announced.
    public var unannounced: [String] { surprises.withLock { $0 } }

    /// Replaces what an operation answers from now on.
    public func set(_ operation: String, _ new: EmulatedAnswer...) {
        answers.withLock { $0[operation] = new }
    }

    /// The next answer to a request.
    public func answer(to request: EmulatedRequest) -> EmulatedAnswer {
        let operation = request.operation
        let next = answers.withLock { answers -> EmulatedAnswer? in
            guard let list = answers[operation], let first = list.first else { return nil }
            if list.count > 1 { answers[operation]?.removeFirst() }
            return first
        }
        if let next { return next }
        surprises.withLock { $0.append(operation) }
        return .error("NotAnnounced", "the test did not announce \(operation)", status: 400)
    }
}
