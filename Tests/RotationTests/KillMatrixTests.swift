import Operations
import Testing

@Suite("Killed at every step, with every outcome")
struct KillMatrixTests {
    @Test(
        "another process reaches the new or the old state from wherever the first one died",
        arguments: Scenario.allCases)
    func matrix(_ scenario: Scenario) async throws {
        let cells = KillCase.all(in: scenario, plan: try await Bench(scenario).plan)
        var table = KillTable(scenario)
        for cell in cells {
            let outcome = try await KillRun.outcome(of: cell)
            table.add(cell, outcome)
            switch outcome {
            case .reached: break
            case .notReached: Issue.record("\(cell.name): the fault was never met")
            case .wrong(let faults): Issue.record("\(cell.name): \(faults.joined(separator: " | "))")
            }
        }
        print(table.text)
        #expect(table.missing == [])
    }

    @Test("there are at least four hundred cells, and no action is without its own")
    func complete() async throws {
        var cells: [KillCase] = []
        for scenario in Scenario.allCases {
            cells += KillCase.all(in: scenario, plan: try await Bench(scenario).plan)
        }
        #expect(cells.count >= 400)
        #expect(Set(cells.map(\.action)) == Set(StepAction.allCases).subtracting([.awaitCode, .confirmRemoval]))
        #expect(Set(cells).count == cells.count)
    }
}
