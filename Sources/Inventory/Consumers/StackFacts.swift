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

        public init(
            function: String, variable: String?, source: Reference, rule: EvidenceRule, pin: String?, detail: String
        ) {
            self.function = function
            self.variable = variable
            self.source = source
            self.rule = rule
            self.pin = pin
            self.detail = detail
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
    public let uses: [Use]
    /// What the stack has made.
    public let members: [Reference]
    public let plainValues: [PlainValue]

    public init(name: String, deployed: Date?, uses: [Use], members: [Reference], plainValues: [PlainValue]) {
        self.name = name
        self.deployed = deployed
        self.uses = uses
        self.members = members
        self.plainValues = plainValues
    }
}
