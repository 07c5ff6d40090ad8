import Inventory

/// A plan in the list of plans.
public struct PlanEntry: Sendable, Equatable {
    public let id: String
    public let work: String
    public let subject: Reference
    public let state: PlanState
    public let done: Int
    public let of: Int
    public let functions: Int
    /// Seconds since 1970-01-01 UTC.
    public let created: Double
    public let account: String
    public let region: String

    public init(
        id: String, work: String, subject: Reference, state: PlanState, done: Int, of: Int, functions: Int,
        created: Double, account: String, region: String
    ) {
        self.id = id
        self.work = work
        self.subject = subject
        self.state = state
        self.done = done
        self.of = of
        self.functions = functions
        self.created = created
        self.account = account
        self.region = region
    }
}
