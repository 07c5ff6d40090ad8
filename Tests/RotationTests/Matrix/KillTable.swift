import Operations

/// The matrix as a table: a row a step and way, a column a fault, in each cell a sign for each kill point.
struct KillTable {
    private struct Row: Hashable {
        let action: StepAction
        let way: KillCase.Way
    }

    private let scenario: Scenario
    private var rows: [Row] = []
    private var cells: [Row: [Fault: [KillPoint: Character]]] = [:]

    init(_ scenario: Scenario) { self.scenario = scenario }

    mutating func add(_ cell: KillCase, _ outcome: KillRun.Outcome) {
        let row = Row(action: cell.action, way: cell.way)
        if cells[row] == nil { rows.append(row) }
        let sign: Character =
            switch outcome {
            case .reached: "+"
            case .notReached: "?"
            case .wrong: "X"
            }
        cells[row, default: [:]][cell.fault, default: [:]][cell.kill] = sign
    }

    /// Cells that a row lacks.
    var missing: [String] {
        rows.flatMap { row in
            Fault.allCases.flatMap { fault in
                KillPoint.allCases.compactMap { kill in
                    cells[row]?[fault]?[kill] == nil ? "\(row.action) \(row.way) \(fault) \(kill)" : nil
                }
            }
        }
    }

    /// `+` reached, `X` wrong, `?` never met; the signs of a cell stand for killed never, before sending, before the
    /// answer, before the journal line.
    var text: String {
        let head =
            Self.padded("\(scenario.rawValue)", 44) + Fault.allCases.map { Self.padded($0.rawValue, 22) }.joined()
        let lines = rows.map { row in
            Self.padded("\(row.action.rawValue) \(row.way.rawValue)", 44)
                + Fault.allCases.map { fault in
                    Self.padded(String(KillPoint.allCases.map { cells[row]?[fault]?[$0] ?? " " }), 22)
                }.joined()
        }
        return ([head] + lines).joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
