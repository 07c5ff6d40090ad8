import AWSClient
import AWSServices
import Inventory
import Operations

extension AccountSearch {
    private struct Version: Sendable {
        let name: String
        let stage: String

        var reference: Reference { .secret(name: name, version: stage == "AWSCURRENT" ? nil : stage) }
    }

    /// Every labelled version of every secret, one call each.
    func secrets(_ secrets: [MatchScope.Secret], _ matcher: LeakMatcher) async -> MatchResult {
        guard !secrets.isEmpty else { return MatchResult() }
        let region = region
        let calls = calls
        let versions = secrets.flatMap { secret in secret.stages.map { Version(name: secret.name, stage: $0) } }
        var result = await each(versions, named: { $0.reference.text }) { version throws(OperationFailure) in
            var part = MatchResult()
            part.reads = 1
            do throws(AWSError) {
                let answer = try await calls.answer(
                    to: SecretsManager.GetSecretValue(secretID: version.name, version: .stage(version.stage)))
                guard let hit = Self.hit(answer.output.value, version.reference, matcher, &part) else { return part }
                part.found.append(
                    MatchPlace(
                        reference: .secret(
                            name: version.name, version: version.stage == "AWSCURRENT" ? nil : version.stage,
                            pointer: hit.pointer),
                        place: "secret, \(version.stage)", form: hit.form, region: region,
                        version: answer.output.versionID, requestID: answer.requestID))
            } catch {
                throw OperationFailure(error, cannot: "read \(version.reference)")
            }
            return part
        }
        result.coverage.searched.append("\(region): \(secrets.count) secrets, \(versions.count) labelled versions")
        return result
    }
}
