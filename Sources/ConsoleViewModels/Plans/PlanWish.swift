import Inventory

/// What a person wants a plan for. Making it reads the account and changes nothing.
public enum PlanWish: Sendable, Equatable {
    case rotate(Rotation)
    /// Functions start anew and read their secrets once more.
    case redeploy([String], note: String?, rollout: Rollout = Rollout())
    /// A new value or other settings, something new, a deletion; nothing that has to follow it.
    case set(Setting)
    /// What a finding says.
    case follow(FollowingPlan.Work)

    public struct Rotation: Sendable, Equatable {
        /// How the new value comes about.
        public enum Recipe: Sendable, Equatable {
            /// So many characters, made when the plan is applied: by this program, or by Secrets Manager (GetRandomPassword).
            case generated(
                length: Int, excludesPunctuation: Bool = false, excluded: String = "", isByService: Bool = false)
            /// Made after a pattern, as in `sk_live_[A-Za-z0-9]{32}`.
            case patterned(String)
            /// Typed twice when the plan is applied.
            case typed
        }

        /// A secret (with a pointer for one field), a parameter or a variable.
        public let subject: Reference
        /// Whether both values work side by side.
        public let overlaps: Bool
        public let recipe: Recipe
        /// The command that changes the other side.
        public let hook: String?
        /// Why the value is read to find its copies; nil: they are not looked for.
        public let note: String?
        public let rollout: Rollout

        public init(
            subject: Reference, overlaps: Bool, recipe: Recipe, hook: String?, note: String?,
            rollout: Rollout = Rollout()
        ) {
            self.subject = subject
            self.overlaps = overlaps
            self.recipe = recipe
            self.hook = hook
            self.note = note
            self.rollout = rollout
        }
    }

    /// What the plan is about.
    public var subject: Reference {
        switch self {
        case .rotate(let rotation): rotation.subject
        case .redeploy(let names, _, _): .function(name: names.first ?? "")
        case .set(let setting): setting.subject
        case .follow(let work): work.subject
        }
    }

    public var note: String? {
        switch self {
        case .rotate(let rotation): rotation.note
        case .redeploy(_, let note, _): note
        case .set, .follow: nil
        }
    }
}
