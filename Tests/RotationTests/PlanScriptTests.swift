import FoundationEssentials
import Inventory
import Operations
import Testing

@Suite("A plan as commands of the AWS CLI")
struct PlanScriptTests {
    @Test("every step of every kind has its command, and no value is in any", arguments: Scenario.allCases)
    func steps(_ scenario: Scenario) async throws {
        let bench = try await Bench(scenario)
        try check(PlanScript(bench.plan).lines, bench.plan.steps)
        guard Scenario.rotations.contains(scenario) else { return }
        _ = try await bench.run(.apply)
        let retirement = try await bench.retirement()
        try check(PlanScript(bench.plan, retirement.steps).lines, retirement.steps)
    }

    private func check(_ lines: [String], _ steps: [PlanStep]) throws {
        for (place, step) in steps.enumerated() {
            let head = "# \(place + 1)  \(step.action.rawValue)  \(step.reference)"
            let at = try #require(lines.firstIndex { $0 == head || $0.hasPrefix(head + ",") })
            let commands = lines[(at + 1)...].prefix { !$0.isEmpty }
            #expect(!commands.isEmpty, "\(step.action)")
            #expect(commands.allSatisfy { !$0.hasPrefix("#") && !$0.contains("<") || $0.contains("< new-value") })
        }
        let text = lines.joined(separator: "\n")
        #expect(!text.contains("c4nary"))
        for line in lines where line.contains("aws lambda delete-function ") { #expect(line.contains("--qualifier ")) }
        // What answers with variables is never asked for its whole answer.
        for line in lines where line.contains("update-function-configuration") || line.contains("publish-version") {
            #expect(line.contains("--query "))
        }
        for line in lines where line.contains("put-secret-value") { #expect(line.contains("file://new-value")) }
    }

    @Test("names are quoted, a field's path is jq's")
    func quoted() {
        let lane = FunctionLane(
            function: "a'b", revision: "r", codeSHA256: nil,
            changes: [.init(variable: "X", pointer: "/a~1b/c\"d")], routes: [], keptVersion: "1")
        let plan = Plan(
            id: PlanID("p-00000001")!, work: .rotateSecret, subject: .secret(name: "s s", pointer: "/a"), created: .now,
            region: "eu-west-1", account: "1", token: Plan.randomToken(), transition: .overlap, recipe: .given,
            source: .secret(arn: "arn", current: "v", previous: nil, pending: nil), lanes: [lane])
        let text = PlanScript(plan).lines.joined(separator: "\n")
        #expect(text.contains(#"--function-name 'a'\''b'"#))
        #expect(text.contains(#"getpath(["a/b", "c\"d"])"#))
    }
}
