import AWSServices
import Inventory

extension ParameterRow {
    /// - Parameter sharing: where the rows of the same load keep what they have in common.
    init(
        _ metadata: ParameterMetadata, region: String, tags: [String: String]? = nil, sharing: SharedRowParts? = nil
    ) {
        self.init(
            common: ResourceCommon(
                reference: .parameter(name: metadata.name), name: Cleaned.text(metadata.name),
                arn: Cleaned.text(metadata.arn),
                account: Cleaned.text(metadata.arn.flatMap { AmazonResourceName($0)?.account }), region: region,
                modified: metadata.modified, tags: Cleaned.tags(tags), sharing: sharing),
            type: Cleaned.text(metadata.type), tier: Cleaned.text(metadata.tier), version: metadata.version,
            kmsKey: Cleaned.text(metadata.keyID), policies: metadata.policies.map(ParameterPolicyWords.words),
            modifiedBy: Cleaned.text(metadata.modifiedBy), description: Cleaned.text(metadata.description),
            sharing: sharing)
    }
}
