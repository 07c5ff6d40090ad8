import Inventory
import TerminalCanvas

/// What a function hangs on, as a tree.
extension Report {
    /// - Parameter row: what the lists know of a thing.
    static func connections(of function: FunctionRow, row: (Reference) -> ResourceRow?) -> Report {
        var lines: [Line] = [Line([.text(function.common.name), .text(function.runtime ?? "", .muted)])]
        if let role = function.role {
            let name = AmazonResourceName(role).flatMap(Reference.init)
            lines.append(Line([.text("role", .muted), .text(name?.text ?? role)], depth: 1))
        }
        if let key = function.kmsKey { lines += self.key(key, depth: 1, row: row) }
        for variable in function.variables.sorted(by: { $0.name < $1.name }) {
            guard let target = variable.of else {
                if variable.source == .literal || variable.source == .ciphertext {
                    lines.append(
                        Line(
                            [.text(variable.name), .text(variable.source.words, .stale)], depth: 1,
                            link: .thing(function.reference(of: variable))))
                }
                continue
            }
            lines.append(
                Line([.text(variable.name), .text(target.text, .link)], depth: 1, link: .thing(target)))
            lines += behind(target, depth: 2, row: row)
        }
        return Report([Section("", lines: lines)])
    }

    /// What a secret or a parameter hangs on in its turn.
    private static func behind(_ target: Reference, depth: Int, row: (Reference) -> ResourceRow?) -> [Line] {
        guard let place = target.ofRow, let found = row(place) else {
            return [Line([.text("not in the lists: denied, elsewhere or gone", .unknown)], depth: depth)]
        }
        switch found {
        case .secret(let secret):
            var lines = secret.versions.filter { !$0.stages.isEmpty }.map { version in
                Line([.text(version.stages.joined(separator: " ")), .text(version.id, .muted)], depth: depth)
            }
            if let key = secret.kmsKey { lines += self.key(key, depth: depth, row: row) }
            if let function = secret.rotation.functionARN.flatMap(AmazonResourceName.init).flatMap(Reference.init) {
                lines.append(
                    Line(
                        [.text("rotated by", .muted), .text(function.text, .link)], depth: depth,
                        link: .thing(function)))
            }
            return lines
        case .parameter(let parameter):
            let version = parameter.version.map { "version \($0)" } ?? ""
            let type: StyleRole = parameter.type == "SecureString" ? .text : .stale
            return [Line([.text(parameter.type, type), .text(version, .muted)], depth: depth)]
                + (parameter.kmsKey.map { key($0, depth: depth, row: row) } ?? [])
        case .key(let key): return [Line([.text(key.state ?? "state not told", .muted)], depth: depth)]
        case .function: return []
        }
    }

    private static func key(_ name: String, depth: Int, row: (Reference) -> ResourceRow?) -> [Line] {
        let reference = AmazonResourceName(name).flatMap(Reference.init) ?? .key(id: name)
        var state = ""
        if case .key(let key) = row(reference) { state = key.state ?? "" }
        return [
            Line(
                [
                    .text("key", .muted), .text(reference.text, .link),
                    .text(state, state == "Enabled" ? .text : .danger)
                ],
                depth: depth, link: .thing(reference))
        ]
    }
}
