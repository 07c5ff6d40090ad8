import FoundationEssentials
import Inventory
import Operations

/// A plan in the list of plans.
struct ListedPlan: Sendable {
    let plan: Plan
    let status: PlanStatus

    static let shape = RowShape<ListedPlan>(
        fieldNames: ["id", "work", "ref", "created", "state", "done", "of", "functions", "account", "region"],
        fields: { row in
            [
                Field("id", .text(row.plan.id.text)), Field("work", .text(row.plan.work.rawValue)),
                Field("ref", .text(row.plan.subject.text)), Field("created", .time(row.plan.created)),
                Field("state", .text(row.status.state.rawValue)), Field("done", .number(row.status.done)),
                Field("of", .number(row.status.of)), Field("functions", .number(row.plan.lanes.count)),
                Field("account", .text(row.plan.account)), Field("region", .text(row.plan.region))
            ]
        },
        columns: [
            Column("ID") { $0.plan.id.text }, Column("WHAT") { $0.plan.work.rawValue },
            Column("REF") { $0.plan.subject.text }, Column("STATE") { $0.status.state.rawValue },
            Column("STEP", .right) { "\($0.status.done)/\($0.status.of)" },
            Column("FUNCTIONS", .right) { String($0.plan.lanes.count) },
            Column("MADE") { Timestamp.text($0.plan.created) }
        ],
        name: \.plan.id.text)
}
