/// A policy of IAM or of a resource, taken apart.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
public struct AccessPolicy: Sendable, Equatable {
    /// How people know it: `runtime`, `AdministratorAccess`, `key policy`.
    public let name: String
    public let statements: [PolicyStatement]

    public init(name: String, statements: [PolicyStatement]) {
        self.name = name
        self.statements = statements
    }
}
