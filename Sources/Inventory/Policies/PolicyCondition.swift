/// One test of a statement's `Condition`: an operator, a key, and the values of which one must fit.
public struct PolicyCondition: Sendable, Equatable {
    /// As written: `StringEquals`, `ForAllValues:StringLikeIfExists`.
    public let condition: String
    /// In lower case: names of keys do not depend on case.
    public let key: String
    public let values: [String]

    public init(condition: String, key: String, values: [String]) {
        self.condition = condition
        self.key = key.lowercased()
        self.values = values
    }
}
