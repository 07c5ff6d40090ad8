/// `--filter TEXT`: rows in which the text occurs, without regard to case, in the name, the description, a tag or a
/// state. There is no value in a row, so none can be matched.
public struct RowFilter: Sendable, Equatable {
    private let needle: String

    /// An empty text matches every row.
    public init(_ text: String) { needle = text.lowercased() }

    public func matches(_ row: ResourceRow) -> Bool {
        needle.isEmpty || Self.texts(of: row).contains { $0.lowercased().contains(needle) }
    }

    /// Everything in the row that words can be looked for in.
    static func texts(of row: ResourceRow) -> [String] {
        let common = row.common
        let tags = (common.tags ?? [:]).map { "\($0.key)=\($0.value)" }
        return [common.name] + tags + words(of: row).compactMap(\.self)
    }

    private static func words(of row: ResourceRow) -> [String?] {
        switch row {
        case .function(let row):
            [row.description, row.runtime, row.state, row.lastUpdateStatus, row.role] + row.variables.map(\.name)
                + (row.aliases ?? []).map(\.name)
        case .parameter(let row): [row.description, row.type, row.tier, row.modifiedBy] + row.policies
        case .secret(let row):
            [row.description, row.owner, row.deleting == nil ? nil : "deleting"] + row.versions.flatMap(\.stages)
        case .key(let row): [row.description, row.state, row.manager, row.spec, row.origin] + row.aliases
        }
    }
}
