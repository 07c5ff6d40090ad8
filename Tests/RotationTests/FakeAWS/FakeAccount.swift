import StrictJSON

/// The account: what is in it, and how AWS's API reference says that it answers.
struct FakeAccount: Sendable {
    var secrets: [String: FakeSecret] = [:]
    var parameters: [String: FakeParameter] = [:]
    var functions: [String: FakeFunction] = [:]
    /// Role and inline policy to document.
    var policies: [String: String] = [:]
    var stacks: [String: FakeStack] = [:]
    var keys: [String: FakeKey] = [:]
    var keyAliases: [String: String] = [:]
    var revisions = 0
    /// Puts made with the plan's token, to see that none was made twice with other bytes.
    var target = FakeTarget([], overlaps: true)

    mutating func nextRevision() -> String {
        revisions += 1
        return "r-\(revisions)"
    }

    mutating func answer(_ request: FakeRequest) -> FakeReply {
        if request.operation.hasPrefix("secretsmanager:") { return secretsManager(request) }
        if request.operation.hasPrefix("ssm:") { return parameterStore(request) }
        if request.operation.hasPrefix("kms:") { return keys(request) }
        if request.operation.hasPrefix("iam:") { return roles(request) }
        if request.operation.hasPrefix("cloudformation:") { return cloudFormation(request) }
        return lambda(request)
    }
}
