import AWSServices
import FoundationEssentials
import Inventory

extension KeyRow {
    /// What ListKeys and ListAliases tell. An alias of AWS's own says who manages the key.
    init(id: String, arn: String?, aliases: [String], region: String) {
        self.init(
            common: ResourceCommon(
                reference: .key(id: id), name: Cleaned.text(aliases.first ?? id), arn: Cleaned.text(arn),
                account: Cleaned.text(arn.flatMap { AmazonResourceName($0)?.account }), region: region, modified: nil),
            aliases: Cleaned.texts(aliases), state: nil,
            manager: aliases.contains { $0.hasPrefix("alias/aws/") } ? "AWS" : nil, spec: nil, origin: nil,
            rotation: nil, description: nil)
    }

    /// The row with what DescribeKey and GetKeyRotationStatus tell.
    func described(_ metadata: KMS.DescribeKey.Metadata, rotation: Rotation?) -> KeyRow {
        KeyRow(
            common: ResourceCommon(
                reference: common.reference, name: common.name, arn: Cleaned.text(metadata.arn) ?? common.arn,
                account: Cleaned.text(metadata.account) ?? common.account, region: common.region,
                modified: metadata.created, tags: common.tags), aliases: aliases,
            state: Cleaned.text(metadata.state), manager: Cleaned.text(metadata.manager),
            spec: Cleaned.text(metadata.spec), origin: Cleaned.text(metadata.origin), rotation: rotation,
            description: Cleaned.text(metadata.description))
    }
}

extension KeyRow.Rotation {
    init(_ status: KMS.GetKeyRotationStatus.Output) { self.init(enabled: status.enabled, days: status.days) }
}
