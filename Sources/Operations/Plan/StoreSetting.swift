import StrictJSON

/// What a secret or parameter has besides its value and can be changed without it. Each has one canonical text, so that
/// what AWS says can be compared with what a plan wants.
public enum StoreSetting: String, CaseIterable, Sendable {
    /// The text itself.
    case description
    /// A JSON object of the tags that the plan speaks of; null for one that is not there.
    case tags
    /// The key's ARN, or `alias/aws/secretsmanager`.
    case key
    /// `off`, or a JSON object with `schedule`, and `function` and `window` where the plan speaks of them.
    case rotation
    /// A JSON object of the regions that the plan speaks of: the key of the replica there, true for aws/secretsmanager, null
    /// where none is.
    case replicas
    /// The policy on one line, its members sorted; empty for none.
    case resourcePolicy

    var action: StepAction {
        switch self {
        case .description: .changeDescription
        case .tags: .changeTags
        case .key: .changeKey
        case .rotation: .changeRotation
        case .replicas: .changeReplicas
        case .resourcePolicy: .changeResourcePolicy
        }
    }

    /// Whether what AWS says is what is wanted; of objects only the members that are wanted count.
    func holds(_ actual: String, _ wanted: String) -> Bool {
        switch self {
        case .description, .key, .resourcePolicy: return actual == wanted
        case .replicas:
            // AWS says a key in the form in which it was given; it is given once, when the replica is made.
            guard let actual = Self.members(actual), let wanted = Self.members(wanted) else { return actual == wanted }
            return wanted.allSatisfy { name, text in (actual[name, default: nil] == nil) == (text == nil) }
        case .tags, .rotation:
            guard let actual = Self.members(actual), let wanted = Self.members(wanted) else { return actual == wanted }
            return wanted.allSatisfy { name, text in actual[name, default: nil] == text }
        }
    }

    /// The members of a canonical object; nil for a text that is none.
    public static func members(_ text: String) -> [String: String?]? {
        let root: JSONNode
        do throws(JSONError) { root = try JSONDocument(text).root } catch { return nil }
        guard root.kind == .object else { return nil }
        var members: [String: String?] = [:]
        for (name, value) in root.members {
            members[name.string ?? ""] = .some(value.kind == .bool(true) ? "true" : value.string)
        }
        return members
    }

    /// The canonical object of these members.
    public static func text(_ members: [String: String?]) -> String {
        var json = JSONWriter()
        json.object { json in
            for (name, text) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                json.member(name, text)
            }
        }
        return json.text
    }
}
