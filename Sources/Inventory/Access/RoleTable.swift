/// Tells which function is behind a role's session: Lambda names the session after the function.
struct RoleTable {
    private var functions: [String: Set<String>] = [:]

    init(_ facts: AccountFacts) {
        for row in facts.functions {
            guard let role = row.role.flatMap(AmazonResourceName.init).flatMap(Reference.init) else { continue }
            functions[role.text, default: []].insert(row.common.functionName)
        }
    }

    /// The function, otherwise the role or user; nil for a service or an account that is none of these.
    func reader(_ actor: String) -> Reference? {
        guard let arn = AmazonResourceName(actor), let reference = Reference(arn) else { return nil }
        guard case .role = reference, let session = actor.split(separator: "/").last.map(String.init),
            functions[reference.text]?.contains(session) == true
        else { return reference }
        return .function(name: session)
    }
}
