/// Where a set stands: each member by its own plan.
public struct PlanSetStatus: Sendable {
    public struct Member: Sendable {
        public let member: PlanSetMember
        /// nil as long as its turn has not come.
        public let status: PlanStatus?

        public init(_ member: PlanSetMember, _ status: PlanStatus?) {
            self.member = member
            self.status = status
        }

        public var state: PlanStatus.State { status?.state ?? .planned }
    }

    public let set: PlanSet
    public let members: [Member]

    public init(_ set: PlanSet, _ members: [Member]) {
        self.set = set
        self.members = members
    }

    public var done: Int { members.count { $0.state == .done || $0.state == .retired } }

    /// That of the set as a whole.
    public var state: PlanStatus.State {
        let states = members.map(\.state)
        if let live = states.first(where: { $0 == .running || $0 == .died || $0 == .waiting || $0 == .stopped }) {
            return live
        }
        if states.allSatisfy({ $0 == .planned }) { return .planned }
        if states.allSatisfy({ $0 == .retired }) { return .retired }
        if states.allSatisfy({ $0 == .rolledBack || $0 == .planned }) { return .rolledBack }
        return states.allSatisfy { $0 == .done || $0 == .retired } ? .done : .stopped
    }

    /// Whether it is safe to stop now: where it is not, the plan that is under way says why.
    public var safeToStop: Bool { members.allSatisfy { $0.status?.safeToStop ?? true } }
}
