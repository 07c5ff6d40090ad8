import AWSClient
import SensitiveMemory
import StrictJSON

extension AWSRequest {
    /// A changing call of a service that speaks AWS JSON 1.1.
    static func changing(
        _ service: AWSServiceID, _ operation: String, target: String, subject: String, isIdempotent: Bool = false,
        _ members: (inout JSONWriter) -> Void
    ) -> AWSRequest {
        var request = reading(service, operation, target: target, subject: subject, members)
        request.effect = .changes
        request.isIdempotent = isIdempotent
        return request
    }

    /// The same, with a body that holds a value.
    static func changing(
        _ service: AWSServiceID, _ operation: String, target: String, subject: String, isIdempotent: Bool = false,
        body: SecretBytes
    ) -> AWSRequest {
        var request = changing(
            service, operation, target: target, subject: subject, isIdempotent: isIdempotent
        ) { _ in }
        request.body = .secret(body)
        return request
    }

    /// A changing call of Lambda's REST API.
    static func lambdaChange(
        _ operation: String, _ method: String, _ segments: [String], query: [(name: String, value: String?)] = [],
        subject: String, body: Body = .empty
    ) -> AWSRequest {
        var request = lambda(operation, segments, query: query, subject: subject)
        request.effect = .changes
        request.method = method
        request.body = body
        if case .empty = body { return request }
        request.headers.append(("Content-Type", "application/json"))
        return request
    }
}

extension AWSRequest.Body {
    /// A JSON object without values.
    static func json(_ members: (inout JSONWriter) -> Void) -> AWSRequest.Body {
        var writer = JSONWriter()
        writer.object { members(&$0) }
        return .bytes(writer.bytes)
    }
}
