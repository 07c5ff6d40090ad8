import Inventory

extension PlanWish {
    /// What is to become of one secret, parameter or variable; nothing that uses it is changed.
    public struct Setting: Sendable, Equatable {
        public enum Aim: Sendable, Equatable {
            /// It changes: its value, or what it has besides.
            case change
            case create
            /// A secret can be restored for so many days. With a field, the field goes.
            case delete(recoveryDays: Int)
            case restore
        }

        /// What a secret or parameter has besides its value; what is nil or not named stays.
        public struct Attributes: Sendable, Equatable {
            public var description: String?
            /// Tag to value; nil takes it off.
            public var tags: [String: String?] = [:]
            public var key: String?
            public var tier: String?
            public var pattern: String?
            /// JSON; `none` takes them off.
            public var policies: String?
            /// `rate(30 days)`, `cron(…)`, a number of days, or `off`.
            public var schedule: String?
            /// Region to whether a replica shall be there.
            public var replicas: [String: Bool] = [:]
            /// Region to the KMS key of its replica.
            public var replicaKeys: [String: String] = [:]
            /// JSON; `none` takes it off.
            public var resourcePolicy: String?

            public init() {}
        }

        public let subject: Reference
        public let aim: Aim
        /// nil: the value stays.
        public let recipe: Rotation.Recipe?
        public let attributes: Attributes

        public init(
            subject: Reference, aim: Aim = .change, recipe: Rotation.Recipe?, attributes: Attributes = Attributes()
        ) {
            self.subject = subject
            self.aim = aim
            self.recipe = recipe
            self.attributes = attributes
        }
    }
}
