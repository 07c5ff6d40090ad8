import Inventory

/// How the rows of the four lists are printed.
extension RowShape where Row == ResourceRow {
    /// The shape of a kind's rows; in share mode nothing tells how long a value is.
    static func resources(
        _ kind: ResourceKind, share: Bool, in places: SessionPlaces? = nil
    ) -> RowShape<ResourceRow> {
        var columns: [Column<ResourceRow>] =
            switch kind {
            case .function: FunctionRow.columns.map { $0.of(\.asFunction) }
            case .parameter: ParameterRow.columns.map { $0.of(\.asParameter) }
            case .secret: SecretRow.columns.map { $0.of(\.asSecret) }
            case .key: KeyRow.columns.map { $0.of(\.asKey) }
            }
        if let places {
            columns = columns.withPlaces(places) {
                AccountPlace(account: $0.common.account ?? "-", region: $0.common.region)
            }
        }
        return RowShape(
            fieldNames: fieldNames(kind, share: share), fields: { $0.fields(share: share) }, columns: columns,
            name: { $0.common.reference.text })
    }

    private static func fieldNames(_ kind: ResourceKind, share: Bool) -> [String] {
        let own =
            switch kind {
            case .function: FunctionRow.fieldNames.filter { !share || $0 != "environmentBytes" }
            case .parameter: ParameterRow.fieldNames
            case .secret: SecretRow.fieldNames
            case .key: KeyRow.fieldNames
            }
        return ResourceCommon.fieldNames + own
    }
}

extension ResourceRow {
    /// The documented fields: the common ones, then the kind's own.
    func fields(share: Bool) -> [Field] {
        switch self {
        case .function(let row): common.fields(kind) + row.fields(share: share)
        case .parameter(let row): common.fields(kind) + row.fields
        case .secret(let row): common.fields(kind) + row.fields
        case .key(let row): common.fields(kind) + row.fields
        }
    }

    fileprivate var asFunction: FunctionRow? { if case .function(let row) = self { row } else { nil } }
    fileprivate var asParameter: ParameterRow? { if case .parameter(let row) = self { row } else { nil } }
    fileprivate var asSecret: SecretRow? { if case .secret(let row) = self { row } else { nil } }
    fileprivate var asKey: KeyRow? { if case .key(let row) = self { row } else { nil } }
}

extension Column {
    /// The same column of something that may be this row.
    fileprivate func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row?) -> Column<Whole> {
        let cell = cell
        return Column<Whole>(title, alignment == .left ? .left : .right) { part($0).map(cell) ?? "" }
    }
}
