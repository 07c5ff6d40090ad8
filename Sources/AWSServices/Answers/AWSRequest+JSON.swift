import AWSClient
import StrictJSON

extension AWSRequest {
    /// A reading call of a service that speaks AWS JSON 1.1.
    static func reading(
        _ service: AWSServiceID, _ operation: String, target: String, subject: String? = nil,
        _ members: (inout JSONWriter) -> Void = { _ in }
    ) -> AWSRequest {
        var writer = JSONWriter()
        writer.object { members(&$0) }
        return AWSRequest(
            service: service, operation: operation, effect: .reads,
            headers: [("Content-Type", "application/x-amz-json-1.1"), ("X-Amz-Target", "\(target).\(operation)")],
            body: .bytes(writer.bytes), subject: subject)
    }
}

extension JSONWriter {
    /// A member only if there is something to say: AWS refuses nulls.
    mutating func optional(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    mutating func optional(_ name: String, _ number: Int?) {
        if let number { member(name, number) }
    }

    mutating func strings(_ name: String, _ texts: [String]) {
        key(name)
        array { for text in texts { $0.string(text) } }
    }
}
