import FoundationEssentials
import Inventory

/// The plan waits until a person says that the code reads the new place. The moment is kept: reads are looked for from
/// then on.
struct AwaitCode: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        guard direction == .forward else { return .reached([:]) }
        let now = context.tools.clock.now().formatted(Date.ISO8601FormatStyle())
        if context.state.confirmations.contains(.done) { return .reached([.since: now]) }
        let id = context.plan.id
        let move = context.plan.move
        let place = move?.payload.map { "the payload at \($0)" } ?? move?.place.text ?? "the new place"
        let grant =
            context.plan.move?.appliesGrants == false
            ? "give the role its right (curtain plan code \(id) --grant json), " : ""
        return .person(
            "\(grant)deploy code that reads \(place) (curtain plan code \(id)), then curtain resume \(id) --done")
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}
}
