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

    /// Whether the row has the tags; a row whose tags are not told has none.
    func has(_ terms: [ListFilter.TagTerm]) -> Bool {
        terms.allSatisfy { term in
            guard let value = common.tags?[term.key] else { return false }
            return term.value == nil || term.value == value
        }
    }
}
