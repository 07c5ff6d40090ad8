import Inventory
import StrictJSON

/// A policy document in words: a line a statement, who may do what under which condition.
enum PolicyWords {
    /// One statement.
    struct Statement: Equatable {
        /// `Allow` or `Deny`.
        let effect: String
        /// `role/app of 111122223333 may GetSecretValue if aws:SourceVpc is vpc-1`
        let words: String
        /// Whether everybody is let in and nothing narrows that.
        let isOpen: Bool
    }

    /// The statements of a policy; empty for one that says nothing.
    ///
    /// - Parameter own: the ARN that the policy belongs to; a statement about just that does not repeat it.
    static func statements(of policy: String, own: String? = nil) throws(JSONError) -> [Statement] {
        let document = try JSONDocument(policy)
        guard let statement = document.root["Statement"] else { return [] }
        let statements = statement.kind == .object ? [statement] : Array(statement.elements)
        return statements.map { words($0, own: own) }
    }

    private static func words(_ statement: JSONNode, own: String?) -> Statement {
        let effect = statement["Effect"]?.string ?? "?"
        let who = principals(statement)
        let conditions = conditions(statement)
        var words = "\(who.words) \(effect == "Deny" ? "may not" : "may") \(actions(statement))"
        let resources = list(statement["Resource"]).filter { $0 != "*" && $0 != own && $0 != own.map { "\($0):*" } }
        if !resources.isEmpty { words += " on \(few(resources))" }
        let others = list(statement["NotResource"])
        if !others.isEmpty { words += " on everything but \(few(others))" }
        if !conditions.isEmpty { words += " if \(conditions.joined(separator: " and "))" }
        let isOpen = effect == "Allow" && who.isAnyone && conditions.isEmpty
        return Statement(effect: effect, words: words, isOpen: isOpen)
    }

    // MARK: who

    private static func principals(_ statement: JSONNode) -> (words: String, isAnyone: Bool) {
        if let others = statement["NotPrincipal"] { return ("everyone but \(few(names(others)))", true) }
        guard let principal = statement["Principal"] else { return ("whoever has it", false) }
        let names = names(principal)
        return names.contains("*") ? ("anyone", true) : (few(names), false)
    }

    private static func names(_ principal: JSONNode) -> [String] {
        if let text = principal.string { return [text] }
        var result: [String] = []
        for (kind, value) in principal.members {
            for text in list(value) { result.append(name(text, of: kind.string ?? "")) }
        }
        return result
    }

    /// `role/app of 111122223333`, `account 111122223333`, `service events`
    private static func name(_ text: String, of kind: String) -> String {
        if kind == "Service" {
            let suffix = ".amazonaws.com"
            return "service \(text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text)"
        }
        if kind == "Federated" { return "federated \(text)" }
        if text.count == 12, text.allSatisfy(\.isNumber) { return "account \(text)" }
        guard let arn = AmazonResourceName(text) else { return text }
        return arn.resource == "root" ? "account \(arn.account)" : "\(arn.resource) of \(arn.account)"
    }

    // MARK: what

    private static func actions(_ statement: JSONNode) -> String {
        if let others = statement["NotAction"] { return "do everything but \(few(list(others)))" }
        let actions = list(statement["Action"])
        if actions.contains("*") { return "do everything" }
        guard !actions.isEmpty, actions.allSatisfy({ $0.hasSuffix(":*") }) else { return few(actions) }
        return "do everything of \(few(actions.map { String($0.dropLast(2)) }))"
    }

    // MARK: if

    private static func conditions(_ statement: JSONNode) -> [String] {
        guard let condition = statement["Condition"] else { return [] }
        var result: [String] = []
        for (name, keys) in condition.members {
            for (key, values) in keys.members {
                let (quantity, verb) = test(name.string ?? "?")
                result.append(
                    "\(quantity)\(key.string ?? "?") \(verb) \(few(list(values), joiner: " or "))")
            }
        }
        return result.sorted()
    }

    /// `any ` or `all ` where there are several values, and the verb.
    private static func test(_ operation: String) -> (quantity: String, verb: String) {
        var test = operation
        var quantity = ""
        if test.hasPrefix("ForAllValues:") || test.hasPrefix("ForAnyValue:") {
            quantity = test.hasPrefix("ForAll") ? "all " : "any "
            test = String(test.drop { $0 != ":" }.dropFirst())
        }
        let optional = test.hasSuffix("IfExists")
        if optional { test = String(test.dropLast(8)) }
        let words: String
        switch test {
        case "StringEquals", "ArnEquals", "NumericEquals", "DateEquals", "Bool", "BinaryEquals": words = "is"
        case "StringNotEquals", "ArnNotEquals", "NumericNotEquals", "DateNotEquals": words = "is not"
        case "StringLike", "ArnLike": words = "is like"
        case "StringNotLike", "ArnNotLike": words = "is not like"
        case "IpAddress": words = "is in"
        case "NotIpAddress": words = "is not in"
        case "DateLessThan": words = "is before"
        case "DateGreaterThan": words = "is after"
        default: words = test
        }
        return (quantity, words + (optional ? " (or is not there)" : ""))
    }

    // MARK: lists

    private static func list(_ node: JSONNode?) -> [String] {
        guard let node else { return [] }
        if let text = node.string { return [text] }
        if let flag = node.bool { return [flag ? "true" : "false"] }
        return node.elements.compactMap(\.string)
    }

    private static func few(_ words: [String], joiner: String = ", ") -> String {
        let shown = words.prefix(5).joined(separator: joiner)
        return words.count > 5 ? "\(shown) and \(words.count - 5) more" : shown
    }
}
