import Operations
import Testing

@Suite("Each kind of rotation, there and back")
struct ScenarioTests {
    @Test("it reaches the new state, and the old one again", arguments: Scenario.allCases)
    func thereAndBack(_ scenario: Scenario) async throws {
        let bench = try await Bench(scenario)
        let end = try await bench.run(.apply)
        #expect(end == .finished(problems: []))
        #expect(EndState.new.faults(bench) == [])
        #expect(try bench.faultsOnDisk() == [])
        guard scenario != .rotation else { return }
        let back = try await bench.run(.rollback)
        #expect(back == .rolledBack(problems: []))
        #expect(EndState.old.faults(bench) == [])
        #expect(try bench.faultsOnDisk() == [])
    }

    @Test("every action is in one of them")
    func complete() async throws {
        var missing = Set(StepAction.allCases)
        for scenario in Scenario.allCases { missing.subtract(try await Bench(scenario).plan.steps.map(\.action)) }
        #expect(missing.isEmpty)
    }
}
