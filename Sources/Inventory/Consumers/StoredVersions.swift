/// Which versions of stored values are worth reading to find copies: the current one and those that a copy may still be of.
public enum StoredVersions {
    /// How many versions of a parameter are read, the current one among them.
    static let parameterVersions = 3

    /// What to read, and whether it is the version that is read without saying which.
    public static func toRead(
        _ sources: [Reference], in facts: AccountFacts
    ) -> [(reference: Reference, isCurrent: Bool)] {
        let secrets = Dictionary(facts.secrets.map { ($0.common.reference, $0) }) { first, _ in first }
        let parameters = Dictionary(facts.parameters.map { ($0.common.reference, $0) }) { first, _ in first }
        return sources.flatMap { source -> [(reference: Reference, isCurrent: Bool)] in
            switch source {
            case .secret(let name, _, _):
                guard let row = secrets[source], row.deleting == nil else { return [] }
                return row.versions.filter { !$0.stages.isEmpty }.map {
                    (.secret(name: name, version: $0.id), $0.stages.contains("AWSCURRENT"))
                }.sorted { $0.1 && !$1.1 }
            case .parameter(let name, _):
                guard let row = parameters[source] else { return [] }
                let current = row.version ?? 1
                return (max(1, current - parameterVersions + 1)...current).reversed().map {
                    (.parameter(name: name, selector: String($0)), $0 == current)
                }
            case .variable: return [(source, true)]
            case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: return []
            }
        }
    }
}
