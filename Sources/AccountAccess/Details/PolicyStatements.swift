import StrictJSON

/// A policy document in a few words.
enum PolicyStatements {
    /// `present, 2 statements: Allow 1, Deny 1`; nil for a policy that says nothing.
    static func words(_ policy: String) -> String? {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(policy) } catch {
            return "present, but it is not JSON"
        }
        guard let statement = document.root["Statement"] else { return nil }
        let statements = statement.kind == .object ? [statement] : Array(statement.elements)
        guard !statements.isEmpty else { return nil }
        let denies = statements.count { $0["Effect"]?.string == "Deny" }
        let count = "present, \(statements.count) statement\(statements.count == 1 ? "" : "s")"
        return count + ": Allow \(statements.count - denies), Deny \(denies)"
    }
}
