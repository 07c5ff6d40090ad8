import SensitiveMemory
import StrictJSON

/// The members of a function's configuration that a release ships, each as a digest, so that two configurations can be
/// compared without knowing every member that AWS has or will have.
enum FunctionSettings {
    /// What says where, when and in which state rather than what; the code and the environment, which are compared for
    /// themselves; and the description, which each version has of its own.
    private static let circumstances: Set<String> = [
        "FunctionName", "FunctionArn", "Version", "RevisionId", "LastModified", "MasterArn", "Description",
        "CodeSha256",
        "CodeSize", "ConfigSha256", "Environment", "State", "StateReason", "StateReasonCode", "LastUpdateStatus",
        "LastUpdateStatusReason", "LastUpdateStatusReasonCode", "RuntimeVersionConfig"
    ]

    static func digests(of configuration: Answer) -> [String: String] {
        var digests: [String: String] = [:]
        for (key, value) in configuration.node.members {
            guard let name = key.string, !circumstances.contains(name) else { continue }
            let text = canonical(name == "SnapStart" ? value["ApplyOn"] ?? value : value)
            guard !text.isEmpty else { continue }
            digests[name] = SHA256.digest(Array(text.utf8)).prefix(8).map { String($0, radix: 16) }.joined(
                separator: ".")
        }
        return digests
    }

    /// The same text for the same meaning: members sorted; null, empty texts, lists and objects are as good as missing.
    private static func canonical(_ node: JSONNode) -> String {
        switch node.kind {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number: String(node.double ?? 0)
        case .string: node.string.map { $0.isEmpty ? "" : "\"\($0)\"" } ?? ""
        case .array: list(node.elements.map(canonical))
        case .object:
            list(
                node.members.compactMap { key, value in
                    let text = canonical(value)
                    return text.isEmpty ? nil : "\(key.string ?? ""):\(text)"
                }.sorted())
        }
    }

    private static func list(_ texts: [String]) -> String {
        texts.isEmpty ? "" : "[\(texts.joined(separator: ","))]"
    }
}
