extension PlanWish {
    /// In which portions functions follow, what is checked behind each, and who is treated differently.
    public struct Rollout: Sendable, Equatable {
        /// What becomes of variables that a CloudFormation stack has set.
        public enum Stacks: Int, Sendable {
            /// Named, and left to the person's own pipeline.
            case handedOver
            /// Updated by a change set that touches nothing else.
            case deployed
            /// Written directly; the next deployment puts the old value back.
            case writtenOver
        }

        /// How many functions go first: `N` or `N%`.
        public var canary = "1"
        /// Functions in each wave behind the canary.
        public var wave = 10
        /// Functions changed at the same time.
        public var parallel = 8
        /// The share of an alias's traffic that its new version gets first, in percent; 0 for none.
        public var weight = 10
        /// How many functions may fail before it stops.
        public var keepGoing = 0
        /// As on the command line: `invoke={}=>{"ok":true}`, `errors=5m`, `command=PATH`.
        public var checks: [String] = []
        /// Calls a second out of Lambda's shared quota; nil: as configured.
        public var requestsPerSecond: Int?
        /// Functions that are left as they are.
        public var excluded: [String] = []
        /// Functions that start anew although only a permission says that they read the value.
        public var included: [String] = []
        public var stacks = Stacks.handedOver
        /// Whether a pending version of somebody else is kept under a label and put aside.
        public var clearsPending = false

        public init() {}
    }
}
