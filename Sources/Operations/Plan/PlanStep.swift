import Inventory

/// One step of a plan: what it does, to what, in words, and how it is taken back.
public struct PlanStep: Hashable, Sendable {
    public let action: StepAction
    /// What it changes or looks at.
    public let reference: Reference
    /// The AWS calls or the hook's call, in words, without values.
    public let call: String
    public let undo: UndoWay
    /// The wave it belongs to, from 1; nil before and behind the waves.
    public var wave: Int?

    /// - Parameter undo: how it is taken back; the way of its action unless said otherwise.
    public init(_ action: StepAction, _ reference: Reference, call: String, undo: UndoWay? = nil, wave: Int? = nil) {
        self.action = action
        self.reference = reference
        self.call = call
        self.undo = undo ?? action.undo
        self.wave = wave
    }

    /// What names the step in the journal, in whatever waves the plan is run.
    public var key: StepKey { StepKey(action, reference, wave: wave) }
}
