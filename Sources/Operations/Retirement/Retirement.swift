import StrictJSON

/// The end of an old value: where it still is, and the steps that remove what can be removed. They cannot be taken back.
public struct Retirement: Hashable, Sendable {
    public let plan: PlanID
    public let places: [RetiredPlace]
    /// In this order: the target system settles, functions' versions go, what the way back needed goes last.
    public let steps: [PlanStep]
    /// What could not be looked at; the list is only as whole as this is empty.
    public let gaps: [String]

    public init(plan: PlanID, places: [RetiredPlace], steps: [PlanStep], gaps: [String] = []) {
        self.plan = plan
        self.places = places
        self.steps = steps
        self.gaps = gaps
    }

    /// What would lose the value that it uses.
    public var inUse: [RetiredPlace] { places.filter { $0.end == .inUse } }

    /// Throws `tryAgain` if something still uses the old value.
    public func refuseIfInUse() throws(OperationFailure) {
        guard let first = inUse.first else { return }
        let more = inUse.count > 1 ? " (and \(inUse.count - 1) more)" : ""
        throw OperationFailure(
            .tryAgain,
            "the old value of \(plan) is still in use: \(first.reference): \(first.words)\(more); nothing was retired. "
                + "Change that first, or say --even-in-use")
    }
}
