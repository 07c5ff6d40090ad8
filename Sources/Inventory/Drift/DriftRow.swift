import FoundationEssentials

/// A function that holds, or may hold, an older value than its source.
public struct DriftRow: Sendable, Equatable {
    /// Which value of the source it holds.
    public enum Held: Sendable, Equatable {
        case version(String)
        /// One that the source no longer gives out.
        case older
        case unknown

        /// As in the rows: the version, `older` or `unknown`.
        public var word: String {
            switch self {
            case .version(let version): version
            case .older: "older"
            case .unknown: "unknown"
            }
        }
    }

    /// The variable that holds it, or the function that read it.
    public let reference: Reference
    public let source: Reference
    public let holds: Held
    public let rule: DriftRule
    /// When the source changed.
    public let since: Date?
    /// When it will be over by itself, at the latest.
    public let until: Date?
    /// What makes us say so.
    public let why: String
    /// What mends it: a command, or a change that no command makes.
    public let fix: String
    /// The plan that mends it; nil where only a change that no plan makes does.
    public let plan: FollowingPlan?

    public init(
        reference: Reference, source: Reference, holds: Held, rule: DriftRule, since: Date?, until: Date? = nil,
        why: String, fix: String, plan: FollowingPlan? = nil
    ) {
        self.reference = reference
        self.source = source
        self.holds = holds
        self.rule = rule
        self.since = since
        self.until = until
        self.why = why
        self.fix = fix
        self.plan = plan
    }

    public var certainty: Certainty { rule.certainty }

    /// The same with what its fingerprint tells of the value.
    func holding(_ held: Held) -> DriftRow {
        DriftRow(
            reference: reference, source: source, holds: held, rule: rule, since: since, until: until, why: why,
            fix: fix, plan: plan)
    }
}
