import FoundationEssentials
import SensitiveMemory

/// What a stack's template and resources tell of functions and what they use.
public struct StackFacts: Sendable, Equatable {
    /// A use of something inside a function's properties.
    public struct Use: Sendable, Equatable {
        /// The function's name.
        public let function: String
        /// The variable, where it is one.
        public let variable: String?
        public let source: Reference
        public let rule: EvidenceRule
        /// The version, stage or label that is named, if one is.
        public let pin: String?
        public let detail: String
        /// Where the source is, if its ARN says that it is not where the stack is.
        public let elsewhere: AccountPlace?

        public init(
            function: String, variable: String?, source: Reference, rule: EvidenceRule, pin: String?, detail: String,
            elsewhere: AccountPlace? = nil
        ) {
            self.function = function
            self.variable = variable
            self.source = source
            self.rule = rule
            self.pin = pin
            self.detail = detail
            self.elsewhere = elsewhere
        }
    }

    /// A value that stands in the template itself.
    public struct PlainValue: Sendable, Equatable {
        public let function: String
        public let variable: FunctionRow.Variable

        public init(function: String, variable: FunctionRow.Variable) {
            self.function = function
            self.variable = variable
        }
    }

    public let name: String
    /// When the template was last put into effect.
    public let deployed: Date?
    /// Of what is where the stack is.
    public let uses: [Use]
    /// Of what is in another region or account.
    public let usesElsewhere: [Use]
    /// What the stack has made.
    public let members: [Reference]
    public let plainValues: [PlainValue]

    public init(name: String, deployed: Date?, uses: [Use], members: [Reference], plainValues: [PlainValue]) {
        self.name = name
        self.deployed = deployed
        self.uses = uses.filter { $0.elsewhere == nil }
        usesElsewhere = uses.filter { $0.elsewhere != nil }
        self.members = members
        self.plainValues = plainValues
    }
}
