import FoundationEssentials
import Inventory
import Operations

/// A plan, or a set of them, in the list of plans.
struct ListedPlan: Sendable {
    let id: String
    let work: String
    let reference: String
    let created: Date
    let state: PlanStatus.State
    let done: Int
    let of: Int
    let functions: Int
    let account: String
    let region: String

    init(_ plan: Plan, _ status: PlanStatus) {
        id = plan.id.text
        work = plan.work.rawValue
        reference = plan.subject.text
        created = plan.created
        state = status.state
        (done, of) = (status.done, status.of)
        functions = plan.lanes.count
        account = plan.account
        region = plan.region
    }

    /// Of a set the values are counted, not their steps.
    init(_ status: PlanSetStatus) {
        let set = status.set
        id = set.id.text
        work = "eradicate"
        reference = set.members.map(\.reference.text).joined(separator: " ")
        created = set.created
        state = status.state
        (done, of) = (status.done, status.members.count)
        functions = Set(set.members.flatMap { $0.reviewed.lanes.map(\.function) }).count
        account = set.account
        region = set.region
    }

    static let shape = RowShape<ListedPlan>(
        fieldNames: ["id", "work", "ref", "created", "state", "done", "of", "functions", "account", "region"],
        fields: { row in
            [
                Field("id", .text(row.id)), Field("work", .text(row.work)), Field("ref", .text(row.reference)),
                Field("created", .time(row.created)), Field("state", .text(row.state.rawValue)),
                Field("done", .number(row.done)), Field("of", .number(row.of)),
                Field("functions", .number(row.functions)), Field("account", .text(row.account)),
                Field("region", .text(row.region))
            ]
        },
        columns: [
            Column("ID") { $0.id }, Column("WHAT") { $0.work }, Column("REF") { $0.reference },
            Column("STATE") { $0.state.rawValue }, Column("STEP", .right) { "\($0.done)/\($0.of)" },
            Column("FUNCTIONS", .right) { String($0.functions) }, Column("MADE") { Timestamp.text($0.created) }
        ],
        name: \.id)
}
