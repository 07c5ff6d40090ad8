/// What the emulator sends back.
public struct EmulatedAnswer: Sendable {
    /// How the answer is damaged on its way.
    public enum Damage: Sendable {
        case none
        /// The connection ends after this many bytes of the body, although more were announced.
        case truncated(after: Int)
        /// The connection ends without any answer.
        case hangUp
    }

    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    public var damage: Damage

    public init(
        status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = [], damage: Damage = .none
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.damage = damage
    }

    /// A JSON answer of the kind that all five services of the console give.
    public static func json(_ body: String, status: Int = 200, requestID: String = "emu-0001") -> EmulatedAnswer {
        EmulatedAnswer(
            status: status,
            headers: [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-RequestId", requestID)],
            body: Array(body.utf8))
    }

    /// An XML answer, as STS gives it.
    public static func xml(_ body: String, status: Int = 200, requestID: String = "emu-0001") -> EmulatedAnswer {
        EmulatedAnswer(
            status: status, headers: [("Content-Type", "text/xml"), ("x-amzn-RequestId", requestID)],
            body: Array(body.utf8))
    }

    /// An error in both forms at once: the header that Lambda uses and the `__type` of the JSON protocols.
    public static func error(
        _ code: String, _ message: String, status: Int = 400, requestID: String = "emu-0001"
    ) -> EmulatedAnswer {
        var answer = json(#"{"__type":"\#(code)","message":"\#(message)","Message":"\#(message)"}"#, status: status)
        answer.headers = [
            ("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-RequestId", requestID),
            ("x-amzn-ErrorType", code)
        ]
        return answer
    }

    /// The same answer, cut off.
    public func truncated(after count: Int) -> EmulatedAnswer {
        var copy = self
        copy.damage = .truncated(after: count)
        return copy
    }
}
