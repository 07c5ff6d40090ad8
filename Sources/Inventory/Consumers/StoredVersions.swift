/// Which versions of stored values are worth reading to find copies: the current one and those that a copy may still be of.
public enum StoredVersions {
    /// How many versions of a parameter are read, the current one among them.
    static let parameterVersions = 3

    /// What to read, the current version of each thing first.
    public static func toRead(_ sources: [Reference], in facts: AccountFacts) -> [StoredVersion] {
        let secrets = Dictionary(facts.secrets.map { ($0.common.reference, $0) }) { first, _ in first }
        let parameters = Dictionary(facts.parameters.map { ($0.common.reference, $0) }) { first, _ in first }
        return sources.flatMap { source -> [StoredVersion] in
            switch source {
            case .secret(let name, _, _):
                guard let row = secrets[source], row.deleting == nil else { return [] }
                return row.versions.filter { !$0.stages.isEmpty }.map {
                    StoredVersion(
                        .secret(name: name, version: $0.id), isCurrent: $0.stages.contains("AWSCURRENT"),
                        limit: .secretBytes)
                }.sorted { $0.isCurrent && !$1.isCurrent }
            case .parameter(let name, _):
                guard let row = parameters[source] else { return [] }
                let current = row.version ?? 1
                return (max(1, current - parameterVersions + 1)...current).reversed().map {
                    StoredVersion(
                        .parameter(name: name, selector: String($0)), isCurrent: $0 == current, limit: row.limit)
                }
            case .variable: return [StoredVersion(source, isCurrent: true)]
            case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: return []
            }
        }
    }
}

extension ParameterRow {
    /// How many bytes its value may have. Intelligent tiering makes an advanced parameter of one that needs it.
    var limit: AWSFact {
        isAdvanced || tier == "Intelligent-Tiering" ? .advancedParameterBytes : .standardParameterBytes
    }
}
