import AWSServices
import Inventory

extension FunctionRow {
    /// The row of a function, or of one of its versions when a qualifier was asked for.
    init(
        _ configuration: FunctionConfiguration<Variable>, region: String, qualifier: String? = nil,
        tags: [String: String]? = nil, aliases: [Alias]? = nil
    ) {
        self.init(
            common: ResourceCommon(
                reference: .function(name: configuration.name, qualifier: qualifier),
                name: Cleaned.text(configuration.name), arn: Cleaned.text(configuration.arn),
                account: Cleaned.text(AmazonResourceName(configuration.arn)?.account), region: region,
                modified: configuration.modified, tags: Cleaned.tags(tags)),
            runtime: Cleaned.text(configuration.runtime ?? configuration.packageType),
            state: Cleaned.text(configuration.state), lastUpdateStatus: Cleaned.text(configuration.lastUpdateStatus),
            version: Cleaned.text(configuration.version), revisionID: Cleaned.text(configuration.revisionID),
            role: Cleaned.text(configuration.role), kmsKey: Cleaned.text(configuration.kmsKey),
            variables: configuration.environment.variables,
            variablesError: Cleaned.text(configuration.environment.error),
            environmentBytes: configuration.environment.byteCount, aliases: aliases,
            description: Cleaned.text(configuration.description), layers: Cleaned.texts(configuration.layers),
            hasSnapshots: configuration.snapStart == "PublishedVersions")
    }
}

extension FunctionRow.Alias {
    init(_ alias: Lambda.ListAliases.Alias) {
        self.init(
            name: Cleaned.text(alias.name), version: Cleaned.text(alias.functionVersion),
            weights: Dictionary(
                alias.additionalVersionWeights.map { (Cleaned.text($0.key), $0.value) }
            ) { first, _ in first })
    }
}
