import Inventory

extension ResourceRow {
    /// The row with the tags that the tagging API has for its ARN; none if it has none.
    func tagged(_ tags: ResourceTags) -> ResourceRow {
        let own = tags.tags(of: common)
        switch self {
        case .function(var row):
            row.common.tags = own
            return .function(row)
        case .parameter(var row):
            row.common.tags = own
            return .parameter(row)
        case .secret(var row):
            row.common.tags = own
            return .secret(row)
        case .key(var row):
            row.common.tags = own
            return .key(row)
        }
    }
}
