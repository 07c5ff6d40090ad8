import AWSClient

extension AWSRequest {
    /// A reading call of Lambda's REST API. The segments are percent-encoded here, once each; parts of the query
    /// that are nil are left out.
    static func lambda(
        _ operation: String, _ segments: [String], query: [(name: String, value: String?)] = [], subject: String? = nil
    ) -> AWSRequest {
        AWSRequest(
            service: .lambda, operation: operation, effect: .reads, method: "GET",
            path: "/" + segments.map(PathSegment.encode).joined(separator: "/"),
            query: query.compactMap { part in part.value.map { (part.name, $0) } }, subject: subject)
    }
}
