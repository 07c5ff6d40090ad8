import ArgumentParser
import Operations

/// `curtain plans`
struct PlansCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: "List the plans of this installation, the newest first.")

    static let callsAWS = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let store = try PlanRunning(session).store
        var rows: [ListedPlan] = []
        for id in try store.ids() {
            let (plan, progress) = try store.plan(id)
            rows.append(ListedPlan(plan, PlanStatus(plan, progress, isRunning: try store.isRunning(id))))
        }
        let sets = try PlanSetRunning(session)
        for id in try sets.store.ids() { rows.append(ListedPlan(try sets.status(id))) }
        try session.print(rows.sorted { $0.created > $1.created }, shape: ListedPlan.shape)
        return .done
    }
}
