import AWSClient
import AWSServices

/// Who wrote which version of a secret, from CloudTrail: a version's id is the token of the call that made it.
struct SecretAuthors {
    /// The calls that make versions. Fewer by far than the reads of a secret, which a lookup by its name would bring.
    private static let writers = ["PutSecretValue", "UpdateSecret", "CreateSecret"]
    /// CloudTrail answers two calls a second; what lies further back is not told.
    private static let mostPages = 5

    let calls: any AWSCalling

    /// The authors that the last 90 days tell, by version id.
    func authors(of versions: [String]) async throws(AWSError) -> [String: String] {
        var missing = Set(versions)
        var authors: [String: String] = [:]
        for name in Self.writers where !missing.isEmpty {
            var pages = AnswerPages(
                CloudTrail.LookupEvents(attribute: .init(key: "EventName", value: name), start: nil, end: nil),
                on: calls)
            for _ in 0..<Self.mostPages where !missing.isEmpty {
                guard let page = try await pages.next() else { break }
                for event in page.events where event.errorCode == nil {
                    for version in event.names["clientRequestToken"] ?? [] where missing.remove(version) != nil {
                        authors[version] = event.actor
                    }
                }
            }
        }
        return authors
    }
}
