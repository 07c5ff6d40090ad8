import Inventory

/// A value's way to another store: what reads it there, what may read it, and what goes at the end.
public struct PlannedMove: Hashable, Sendable {
    public enum Destination: String, CaseIterable, Sendable {
        case parameter, secret, kms, environment
    }

    /// The right of one role to read the new place.
    public struct Grant: Hashable, Sendable {
        public let role: String
        /// JSON on one line.
        public let document: String

        public init(role: String, document: String) {
            self.role = role
            self.document = document
        }
    }

    /// What goes from one function when nobody reads the old place any more.
    public struct Removal: Hashable, Sendable {
        public struct Variable: Hashable, Sendable {
            public enum Holding: String, Sendable { case value, ciphertext, name }

            public let name: String
            public let holding: Holding
            /// The field of the moved value that it held; nil for the whole.
            public let pointer: String?

            public init(name: String, _ holding: Holding, pointer: String? = nil) {
                self.name = name
                self.holding = holding
                self.pointer = pointer
            }
        }

        public let function: String
        public let variables: [Variable]

        public init(function: String, variables: [Variable]) {
            self.function = function
            self.variables = variables
        }
    }

    public let destination: Destination
    /// Where the value will be: a parameter, a secret, or the first variable that holds it.
    public let place: Reference
    /// The key that it is encrypted under there, where one was named.
    public let key: String?
    public let grants: [Grant]
    /// Whether the plan writes the grants itself, or a person does.
    public let appliesGrants: Bool
    public let removals: [Removal]
    /// `python`, `node`, `java`, `go`, `dotnet`: what the functions are written in, as far as their runtimes tell.
    public let languages: [String]
    /// What the old and the new place cost, in US dollars a month.
    public let monthlyBefore: Double
    public let monthlyAfter: Double
    /// Where a person brings the payload of an envelope; nil for every other move.
    public let payload: String?

    public init(
        destination: Destination, place: Reference, key: String?, grants: [Grant], appliesGrants: Bool,
        removals: [Removal], languages: [String], monthlyBefore: Double, monthlyAfter: Double,
        payload: String? = nil
    ) {
        self.destination = destination
        self.place = place
        self.key = key
        self.grants = grants
        self.appliesGrants = appliesGrants
        self.removals = removals
        self.languages = languages
        self.monthlyBefore = monthlyBefore
        self.monthlyAfter = monthlyAfter
        self.payload = payload
    }
}
