/// The work of one step: how to tell where the world stands, and how to act. It holds no state of its own, so that it can
/// be begun by one process and ended by another.
protocol StepWork: Sendable {
    associatedtype Move: Sendable

    /// Reads and decides. `trace` is what the journal knows of this step in this direction.
    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move>

    /// Acts once. A lost answer is thrown, not repeated.
    func act(_ move: Move) async throws(CallFailure) -> ActAnswer

    /// How long it may be on its way, in seconds.
    var patience: Int { get }
}

extension StepWork {
    var patience: Int { 600 }
}
