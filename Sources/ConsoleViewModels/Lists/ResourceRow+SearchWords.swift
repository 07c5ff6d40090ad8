import Inventory

extension ResourceRow {
    /// The words of the columns that `/` finds beside the name.
    var searchWords: [String] {
        switch self {
        case .function(let row):
            [row.sourceWords, row.runtime ?? "", row.state ?? ""]
        case .parameter(let row):
            [row.type, row.tier ?? ""]
        case .secret(let row):
            [row.stageWords, row.owner ?? ""]
        case .key(let row):
            row.aliases + [row.state ?? "", row.manager ?? ""]
        }
    }
}
