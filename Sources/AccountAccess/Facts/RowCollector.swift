import Inventory
import Operations

/// Takes the rows of all lists as they come.
actor RowCollector {
    private var rows: [Reference: ResourceRow] = [:]
    private var order: [Reference] = []
    private(set) var problems: [String] = []

    func take(_ update: ListUpdate) {
        switch update {
        case .rows(let new), .changed(let new):
            for row in new {
                if rows[row.common.reference] == nil { order.append(row.common.reference) }
                rows[row.common.reference] = row
            }
        case .incomplete(let failure): problems.append(failure.message)
        }
    }

    /// The facts with the rows, by kind and in their order.
    func filled(_ empty: AccountFacts) -> AccountFacts {
        var facts = empty
        for reference in order {
            switch rows[reference] {
            case .function(let row)?: facts.functions.append(row)
            case .parameter(let row)?: facts.parameters.append(row)
            case .secret(let row)?: facts.secrets.append(row)
            case .key(let row)?: facts.keys.append(row)
            case nil: break
            }
        }
        return facts
    }
}
