import Operations
import StrictJSON

extension Session {
    /// The plan: in words for a person, as its file for a script.
    func print(plan: Plan) throws {
        switch format() {
        case .table: try print(lines: PlanWords(plan).lines + ["", "curtain apply \(plan.id) carries it out."])
        case .names: try print(lines: [plan.id.text])
        case .json, .jsonl:
            var json = JSONWriter()
            plan.write(to: &json)
            try print(text: SafeJSON.text(json) + "\n")
        case .csv, .sarif, .junit: throw UsageFailure("a plan is no table; use -o json")
        }
    }
}
