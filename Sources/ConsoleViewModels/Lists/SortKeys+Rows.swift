import FoundationEssentials
import Inventory

extension SortKeys {
    /// The keys of a column's rows. What is not told comes last in rising order.
    init(rows: [ResourceRow], column: ListColumn) {
        if column.isNumeric {
            self.init(numbers: rows.map { Self.number(of: $0, column: column) })
        } else {
            // The time only decides words such as `overdue`, not their order.
            self.init(text: rows.lazy.map { column.cell(of: $0, wall: 0).text.lowercased() })
        }
    }

    private static func number(of row: ResourceRow, column: ListColumn) -> Double {
        // Ages grow as times shrink.
        if column == .modified { return -(row.common.modified?.timeIntervalSince1970 ?? -.infinity) }
        switch row {
        case .function(let function):
            switch column {
            case .environment: return Double(function.variables.count)
            case .literals: return Double(function.literalCount)
            case .references: return Double(function.referenceCount)
            default: return function.version.flatMap(Double.init) ?? .infinity
            }
        case .parameter(let parameter): return parameter.version.map(Double.init) ?? .infinity
        case .secret(let secret):
            let date = column == .accessed ? secret.accessed : secret.rotation.last
            return -(date?.timeIntervalSince1970 ?? -.infinity)
        case .key(let key): return Double(key.aliases.count)
        }
    }
}
