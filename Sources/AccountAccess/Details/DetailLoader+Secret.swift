import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

extension DetailLoader {
    func secret(_ name: String) async throws(OperationFailure) -> ResourceDetail {
        async let versions = secretVersions(name)
        async let policy = section("Resource policy") { () async throws(AWSError) in
            policyLines(try await calls.perform(SecretsManager.GetResourcePolicy(secretID: name)))
        }
        let metadata: SecretMetadata
        do throws(AWSError) {
            metadata = try await calls.perform(SecretsManager.DescribeSecret(secretID: name))
        } catch {
            throw OperationFailure(error, cannot: "show \(Reference.secret(name: name))")
        }
        var row = SecretRow(metadata, region: region)
        row.replicas = row.replicas ?? []
        return ResourceDetail(
            row: .secret(row),
            sections: [
                Section(
                    title: "Secret",
                    lines: lines([
                        ("arn", metadata.arn, nil), ("key", metadata.kmsKey, keyLink(metadata.kmsKey)),
                        ("owner", metadata.owningService, nil), ("created", time(metadata.created), nil),
                        ("last read", metadata.lastAccessed.map { String((time($0) ?? "").prefix(10)) }, nil),
                        ("primary", metadata.primaryRegion, nil), ("deleted on", time(metadata.deleted), nil)
                    ])), rotation(metadata), await versions,
                Section(
                    title: "Replicas",
                    lines: (metadata.replicas ?? []).map { replica in
                        line(
                            replica.region,
                            [replica.status, replica.message].compactMap(\.self).joined(separator: ": "))
                    }), await policy
            ])
    }

    private func rotation(_ metadata: SecretMetadata) -> Section {
        Section(
            title: "Rotation",
            lines: lines([
                ("automatic", metadata.rotationEnabled ? "on" : "off", nil),
                (
                    "schedule", metadata.rotationSchedule ?? metadata.rotationDays.map { "every \($0) days" }, nil
                ), ("window", metadata.rotationWindow, nil), ("next", time(metadata.nextRotation), nil),
                ("last", time(metadata.lastRotated), nil),
                ("function", metadata.rotationFunction, link(metadata.rotationFunction))
            ]))
    }

    private func secretVersions(_ name: String) async -> Section {
        await section("Versions") { () async throws(AWSError) in
            let versions = try await all(SecretsManager.ListSecretVersionIds(secretID: name)) { $0.versions }
            return versions.sorted { ($0.created ?? .distantPast) > ($1.created ?? .distantPast) }.map { version in
                let stages = version.stages.isEmpty ? "no label" : version.stages.sorted().joined(separator: " ")
                return line(
                    version.id, [stages, time(version.created)].compactMap(\.self).joined(separator: "  "),
                    link: .secret(name: name, version: version.id))
            }
        }
    }
}
