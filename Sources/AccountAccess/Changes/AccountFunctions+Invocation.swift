import AWSClient
import AWSServices
import Operations
import StrictJSON

extension AccountFunctions {
    public func invoke(
        _ function: String, qualifier: String?, payload: String, expected: String?
    ) async throws(CallFailure) -> InvocationOutcome {
        let act = "invoke function \(function)"
        let judge = try ExpectedAnswer(expected, act)
        let operation = Lambda.Invoke(function: function, qualifier: qualifier, payload: payload) {
            judge.judge($0)
        }
        let answer = try await calls.change(operation, act).output
        if let error = answer.functionError {
            return .functionError([error, answer.judgement.errorType].compactMap(\.self).joined(separator: " "))
        }
        return answer.judgement.isExpected ? .asExpected : .unexpected
    }
}

/// What an answer must contain: each member of the expected JSON, at any depth; anything where nothing is expected.
struct ExpectedAnswer: Sendable {
    struct Judgement: Sendable {
        let isExpected: Bool
        /// `errorType` of a failed function, if it is a plain name.
        let errorType: String?
    }

    private let expected: JSONDocument?

    init(_ text: String?, _ act: String) throws(CallFailure) {
        guard let text else {
            expected = nil
            return
        }
        do throws(JSONError) { expected = try JSONDocument(text) } catch {
            throw CallFailure(.refused, OperationFailure(.usage, "cannot \(act): the expected answer is no JSON"))
        }
    }

    func judge(_ bytes: UnsafeRawBufferPointer) -> Judgement {
        guard let answer = try? JSONDocument(copying: bytes).root else {
            return Judgement(isExpected: expected == nil, errorType: nil)
        }
        return Judgement(
            isExpected: expected.map { Self.contains(answer, $0.root) } ?? true,
            errorType: answer["errorType"]?.string.flatMap(Self.plainName))
    }

    private static func contains(_ answer: JSONNode, _ expected: JSONNode) -> Bool {
        switch expected.kind {
        case .object:
            expected.members.allSatisfy { key, value in
                key.string.flatMap { answer[$0] }.map { contains($0, value) } ?? false
            }
        case .array:
            answer.elements.count(where: { _ in true }) == expected.elements.count(where: { _ in true })
                && zip(answer.elements, expected.elements).allSatisfy(contains)
        case .string: expected.string.map { answer.isString($0) } ?? false
        case .number: answer.double != nil && answer.double == expected.double
        case .bool, .null: answer.kind == expected.kind
        }
    }

    private static func plainName(_ text: String) -> String? {
        text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2E || byte == 0x5F
            } ? text : nil
    }
}
