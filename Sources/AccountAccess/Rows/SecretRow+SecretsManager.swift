import AWSServices
import FoundationEssentials
import Inventory

extension SecretRow {
    init(_ metadata: SecretMetadata, region: String) {
        self.init(
            common: ResourceCommon(
                reference: .secret(name: metadata.name), name: Cleaned.text(metadata.name),
                arn: Cleaned.text(metadata.arn), account: Cleaned.text(AmazonResourceName(metadata.arn)?.account),
                region: region, modified: metadata.lastChanged ?? metadata.created,
                // ListSecrets leaves the tags of an untagged secret out.
                tags: Cleaned.tags(metadata.tags ?? [:])),
            rotation: Rotation(
                enabled: metadata.rotationEnabled, days: metadata.rotationDays ?? metadata.scheduledDays,
                next: metadata.nextRotation, last: metadata.lastRotated,
                functionARN: Cleaned.text(metadata.rotationFunction)),
            versions: metadata.versionStages.sorted { $0.key < $1.key }.map {
                Version(id: Cleaned.text($0.key), stages: Cleaned.texts($0.value.sorted()))
            }, accessed: metadata.lastAccessed, kmsKey: Cleaned.text(metadata.kmsKey),
            replicas: metadata.replicas.map { $0.map { Cleaned.text($0.region) } },
            owner: Cleaned.text(metadata.owningService), deleting: metadata.deleted,
            description: Cleaned.text(metadata.description),
            replicasBehind: (metadata.replicas ?? []).filter { $0.status != nil && $0.status != "InSync" }.map {
                replica in
                let reason = replica.message.map { ": \($0)" } ?? ""
                return Cleaned.text("\(replica.region) is \(replica.status ?? "")\(reason)")
            }, primaryRegion: Cleaned.text(metadata.primaryRegion))
    }
}

extension SecretMetadata {
    /// The days of a schedule in the form `rate(10 days)`.
    var scheduledDays: Int? {
        guard let schedule = rotationSchedule, schedule.hasPrefix("rate("), schedule.hasSuffix(")") else { return nil }
        let parts = schedule.dropFirst(5).dropLast().split(separator: " ")
        guard parts.count == 2, parts[1].hasPrefix("day") else { return nil }
        return Int(parts[0])
    }
}
