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
                            [replica.status, replica.message].compactMap(\.self).joined(separator: ": "),
                            tone: replica.status == "InSync" ? .good : replica.status == "Failed" ? .bad : .running)
                    }), await policy
            ])
    }

    private func rotation(_ metadata: SecretMetadata) -> Section {
        Section(
            title: "Rotation",
            lines: [line("automatic", metadata.rotationEnabled ? "on" : "off")]
                + lines([
                    (
                        "schedule", metadata.rotationSchedule ?? metadata.rotationDays.map { "every \($0) days" }, nil
                    ), ("window", metadata.rotationWindow, nil), ("next", time(metadata.nextRotation), nil),
                    ("last", time(metadata.lastRotated), nil)
                ]) + [rotationResult(metadata)].compactMap(\.self)
                + lines([("function", metadata.rotationFunction, link(metadata.rotationFunction))]))
    }

    /// AWS does not tell how the last rotation ended; its labels do.
    private func rotationResult(_ metadata: SecretMetadata) -> Line? {
        let pending = metadata.versionStages.first {
            $0.value.contains("AWSPENDING") && !$0.value.contains("AWSCURRENT")
        }
        if let pending {
            return line("result", "not finished: version \(pending.key) is still pending", tone: .attention)
        }
        return metadata.lastRotated == nil ? nil : line("result", "finished: no version is pending", tone: .good)
    }

    /// What a version is for comes first; the current one stands on top.
    private func secretVersions(_ name: String) async -> Section {
        await section("Versions") { () async throws(AWSError) in
            let versions = try await all(SecretsManager.ListSecretVersionIds(secretID: name)) { $0.versions }
            return versions.sorted {
                let (left, right) = (Self.rank($0.stages), Self.rank($1.stages))
                return left == right ? ($0.created ?? .distantPast) > ($1.created ?? .distantPast) : left < right
            }.map { version in
                let stages = version.stages.sorted { Self.rank([$0]) < Self.rank([$1]) }
                let read = version.lastAccessed.flatMap { time($0) }.map { "read \($0.prefix(10))" }
                return line(
                    stages.isEmpty ? "no label" : stages.joined(separator: " "),
                    [version.id, time(version.created), read].compactMap(\.self).joined(separator: "  "),
                    link: .secret(name: name, version: version.id), tone: Self.tone(stages))
            }
        }
    }

    private static func rank(_ stages: [String]) -> Int {
        let order = ["AWSCURRENT", "AWSPENDING", "AWSPREVIOUS"]
        return stages.map { order.firstIndex(of: $0) ?? 3 }.min() ?? 4
    }

    private static func tone(_ stages: [String]) -> Line.Tone {
        if stages.contains("AWSCURRENT") { return .good }
        if stages.contains("AWSPENDING") { return .running }
        return stages.isEmpty || stages == ["AWSPREVIOUS"] ? .past : .plain
    }
}
