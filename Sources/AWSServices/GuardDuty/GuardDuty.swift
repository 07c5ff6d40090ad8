import AWSClient
import StrictJSON

/// The operations of Amazon GuardDuty.
public enum GuardDuty {}

extension AWSRequest {
    /// A reading call of GuardDuty's REST API; with members it is a POST.
    static func guardDuty(
        _ operation: String, _ segments: [String], query: [(name: String, value: String?)] = [], subject: String? = nil,
        _ members: ((inout JSONWriter) -> Void)? = nil
    ) -> AWSRequest {
        var request = AWSRequest(
            service: .guardDuty, operation: operation, effect: .reads, method: members == nil ? "GET" : "POST",
            path: "/" + segments.map(PathSegment.encode).joined(separator: "/"),
            query: query.compactMap { part in part.value.map { (part.name, $0) } }, subject: subject)
        if let members {
            var writer = JSONWriter()
            writer.object { members(&$0) }
            request.headers = [("Content-Type", "application/json")]
            request.body = .bytes(writer.bytes)
        }
        return request
    }
}
