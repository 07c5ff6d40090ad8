import AWSClient
import AWSServices
import Inventory
import Operations

extension FactsLoader {
    /// When the versions of these secrets and parameters were made; what cannot be read is a gap.
    public func loadVersionTimes(
        of sources: [Reference]
    ) async -> (times: [Reference: [VersionTime]], gaps: [String]) {
        var times: [Reference: [VersionTime]] = [:]
        var gaps: [String] = []
        let outcomes = await BoundedWork.map(sources, limit: Self.limit, versionTimes)
        for (source, outcome) in zip(sources, outcomes) {
            switch outcome {
            case .success(let found): times[source] = found
            case .failure(let failure):
                // A template may name what is not there, or not in this region.
                if failure.kind != .notFound { gaps.append(failure.message) }
            }
        }
        return (times, gaps)
    }

    private func versionTimes(_ source: Reference) async throws(OperationFailure) -> [VersionTime] {
        do throws(AWSError) {
            switch source {
            case .secret(let name, _, _):
                var pages = AnswerPages(SecretsManager.ListSecretVersionIds(secretID: name), on: calls)
                return try await pages.all().flatMap(\.versions).compactMap { version in
                    version.created.map {
                        VersionTime(
                            version: Cleaned.text(version.id), made: $0,
                            isCurrent: version.stages.contains("AWSCURRENT"), labels: Cleaned.texts(version.stages))
                    }
                }.sorted { $0.made > $1.made }
            case .parameter(let name, _):
                var pages = AnswerPages(ParameterStore.GetParameterHistory(name: name), on: calls)
                let versions = try await pages.all().flatMap(\.versions)
                let newest = versions.compactMap(\.version).max()
                return versions.compactMap { version in
                    guard let number = version.version, let made = version.modified else { return nil }
                    return VersionTime(
                        version: String(number), made: made, isCurrent: number == newest,
                        labels: Cleaned.texts(version.labels))
                }.sorted { $0.made > $1.made }
            case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
                .stack:
                return []
            }
        } catch {
            throw OperationFailure(error, cannot: "list the versions of \(source)")
        }
    }
}
