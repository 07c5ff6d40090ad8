import StrictJSON

/// A policy in one form for all that mean the same: members sorted, no spaces. AWS gives a policy back with other
/// spaces or another order than it was given.
public struct PolicyText: Hashable, Sendable {
    /// JSON on one line.
    public let text: String

    /// nil if the text is no JSON object.
    public init?(_ text: String) {
        let root: JSONNode
        do throws(JSONError) { root = try JSONDocument(text).root } catch { return nil }
        guard root.kind == .object else { return nil }
        var writer = JSONWriter()
        Self.write(root, to: &writer)
        self.text = writer.text
    }

    /// The statements, each as JSON on one line.
    public var statements: [String] {
        let root: JSONNode
        do throws(JSONError) { root = try JSONDocument(text).root } catch { return [] }
        guard let node = root["Statement"] else { return [] }
        let nodes = node.kind == .object ? [node] : Array(node.elements)
        return nodes.map { statement in
            var writer = JSONWriter()
            Self.write(statement, to: &writer)
            return writer.text
        }
    }

    /// The policy with one more statement behind the others, in the place of one of the same Sid.
    public func adding(statement: String, sid: String) -> PolicyText? {
        let kept = statements.filter { text in
            guard let other = PolicyText(text) else { return true }
            return other.string("Sid") != sid
        }
        let version = string("Version") ?? "2012-10-17"
        let id = string("Id").map { "\"Id\":" + Self.quoted($0) + "," } ?? ""
        return PolicyText(
            "{\(id)\"Version\":\(Self.quoted(version)),\"Statement\":[" + (kept + [statement]).joined(separator: ",")
                + "]}")
    }

    private func string(_ name: String) -> String? {
        do throws(JSONError) { return try JSONDocument(text).root[name]?.string } catch { return nil }
    }

    static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.string(text)
        return writer.text
    }

    private static func write(_ node: JSONNode, to writer: inout JSONWriter) {
        switch node.kind {
        case .object:
            let members = node.members.map { (name: $0.key.string ?? "", value: $0.value) }
            writer.object { json in
                for member in members.sorted(by: { $0.name < $1.name }) {
                    json.key(member.name)
                    write(member.value, to: &json)
                }
            }
        case .array: writer.array { json in for element in node.elements { write(element, to: &json) } }
        case .string: writer.string(node.string ?? "")
        case .number: if let number = node.int { writer.int(number) } else { writer.double(node.double ?? 0) }
        case .bool(let flag): writer.bool(flag)
        case .null: writer.null()
        }
    }
}
