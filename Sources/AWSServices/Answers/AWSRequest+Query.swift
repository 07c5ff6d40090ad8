import AWSClient

extension AWSRequest {
    /// A reading call of a service that speaks the Query protocol: a form, answered with XML.
    static func query(
        _ service: AWSServiceID, _ operation: String, version: String, subject: String? = nil,
        _ members: [(name: String, value: String?)] = []
    ) -> AWSRequest {
        let form =
            [("Action", operation), ("Version", version)]
            + members.compactMap { member in
                member.value.map { (member.name, $0) }
            }
        let text = form.map { PathSegment.encode($0.0) + "=" + PathSegment.encode($0.1) }.joined(separator: "&")
        return AWSRequest(
            service: service, operation: operation, effect: .reads,
            headers: [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: .bytes(Array(text.utf8)), subject: subject)
    }
}
