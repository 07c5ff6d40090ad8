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

    /// What a column counts or when it happened; ages grow as times shrink.
    private static func number(of row: ResourceRow, column: ListColumn) -> Double {
        switch column {
        case .modified: return -(row.common.modified?.timeIntervalSince1970 ?? -.infinity)
        case .environment: return function(row) { Double($0.variables.count) }
        case .literals: return function(row) { Double($0.literalCount) }
        case .references: return function(row) { Double($0.referenceCount) }
        case .version: return version(of: row) ?? .infinity
        case .accessed: return -(secret(row)?.accessed?.timeIntervalSince1970 ?? -.infinity)
        case .rotatedLast: return -(secret(row)?.rotation.last?.timeIntervalSince1970 ?? -.infinity)
        case .aliasCount:
            guard case .key(let key) = row else { return .infinity }
            return Double(key.aliases.count)
        case .name, .source, .runtime, .type, .tier, .policies, .modifiedBy, .rotation, .stages, .owner, .manager,
            .spec, .state, .flags, .description:
            return 0
        }
    }

    private static func function(_ row: ResourceRow, _ number: (FunctionRow) -> Double) -> Double {
        guard case .function(let function) = row else { return .infinity }
        return number(function)
    }

    private static func secret(_ row: ResourceRow) -> SecretRow? {
        guard case .secret(let secret) = row else { return nil }
        return secret
    }

    private static func version(of row: ResourceRow) -> Double? {
        switch row {
        case .function(let function): function.version.flatMap { Double($0) }
        case .parameter(let parameter): parameter.version.map { Double($0) }
        case .secret, .key: nil
        }
    }
}
