import FoundationEssentials
import Inventory

extension DetailItem {
    /// The lines of a thing: facts, what holds values, then the sections.
    static func items(
        of row: ResourceRow?, equals: EqualValues, sections: [ResourceDetail.Section]
    ) -> [DetailItem] {
        var items: [DetailItem] = []
        if let row {
            items += facts(of: row).map { .facts($0) }
            items += [.blank] + holders(of: row, equals: equals)
        }
        for section in sections {
            items += [.blank, .title(section.title)]
            items += section.lines.map { .line($0) }
            if let problem = section.problem { items.append(.problem(Problem(.other, problem))) }
            if section.lines.isEmpty, section.problem == nil {
                items.append(.line(ResourceDetail.Line(label: "", text: "none")))
            }
        }
        return items
    }

    private static func holders(of row: ResourceRow, equals: EqualValues) -> [DetailItem] {
        switch row {
        case .function(let function):
            var items: [DetailItem] = [.variablesTitle]
            if let error = function.variablesError {
                items.append(.problem(Problem(.denied, "the variables could not be read: \(error)")))
            }
            let variables = function.variables.map { ($0, function.reference(of: $0)) }
            let others = variables.map { equals.others(than: $0.1, holding: $0.0.fingerprint) }
            for (index, (variable, reference)) in variables.enumerated() {
                items.append(.variable(variable, reference, alsoIn: others[index].count))
            }
            if function.variables.isEmpty, function.variablesError == nil {
                items.append(.line(ResourceDetail.Line(label: "", text: "no environment variables")))
            }
            if others.contains(where: { !$0.isEmpty }) { items += [.blank, .title("Same value elsewhere")] }
            for (index, (variable, _)) in variables.enumerated() {
                items += others[index].map {
                    .line(ResourceDetail.Line(label: variable.name, text: $0.text, link: $0))
                }
            }
            return items
        case .parameter, .secret:
            return [.value(row.common.reference)]
        case .key:
            return [.line(ResourceDetail.Line(label: "", text: "a key never leaves KMS: there is no value to show"))]
        }
    }

    /// Facts that are told, two or three to a line.
    private static func facts(of row: ResourceRow) -> [[Fact]] {
        let lines: [[(String, String?)]]
        switch row {
        case .function(let function):
            lines = [
                [("runtime", function.runtime), ("state", function.state), ("version", function.version)],
                [("role", function.role.map(lastPart)), ("key", function.kmsKey.map(lastPart))],
                [
                    ("env", "\(function.environmentBytes) of 4096 bytes"),
                    ("layers", function.layers.isEmpty ? nil : String(function.layers.count)),
                    ("aliases", function.aliases.map(words))
                ]
            ]
        case .parameter(let parameter):
            lines = [
                [("type", parameter.type), ("tier", parameter.tier), ("version", parameter.version.map(String.init))],
                [("key", parameter.kmsKey.map(lastPart)), ("by", parameter.modifiedBy.map(lastPart))],
                [("policies", parameter.policies.isEmpty ? nil : parameter.policies.joined(separator: ", "))]
            ]
        case .secret(let secret):
            lines = [
                [
                    ("rotation", secret.rotation.enabled ? secret.rotationCell(wall: 0).text : "off"),
                    ("versions", secret.stageWords), ("owner", secret.owner)
                ],
                [("key", secret.kmsKey.map(lastPart)), ("replicas", secret.replicas.map(list))],
                [("deleting", secret.deleting.map(day))]
            ]
        case .key(let key):
            lines = [
                [
                    ("state", key.state), ("manager", key.manager),
                    ("rotation", key.rotation.map { _ in key.rotationCell.text })
                ],
                [("spec", key.spec), ("origin", key.origin)],
                [("aliases", list(key.aliases))]
            ]
        }
        let common: [[(String, String?)]] = [
            [("modified", row.common.modified.map(day)), ("tags", row.common.tags.map(tags))],
            [("description", description(of: row))]
        ]
        return (lines + common)
            .map { $0.compactMap { label, text in text.flatMap { $0.isEmpty ? nil : Fact(label: label, text: $0) } } }
            .filter { !$0.isEmpty }
    }

    private static func description(of row: ResourceRow) -> String? {
        switch row {
        case .function(let row): row.description
        case .parameter(let row): row.description
        case .secret(let row): row.description
        case .key(let row): row.description
        }
    }

    /// What comes after the last slash or colon of an ARN.
    private static func lastPart(_ arn: String) -> String {
        arn.hasPrefix("arn:") ? String(arn.split(whereSeparator: { $0 == "/" || $0 == ":" }).last ?? "") : arn
    }

    private static func words(_ aliases: [FunctionRow.Alias]) -> String {
        aliases.map { "\($0.name)->\($0.version)\($0.weights.isEmpty ? "" : " (weighted)")" }.joined(separator: " ")
    }

    private static func list(_ texts: [String]) -> String {
        texts.isEmpty ? "none" : texts.joined(separator: " ")
    }

    private static func tags(_ tags: [String: String]) -> String {
        tags.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    private static func day(_ date: Date) -> String {
        WallTime(date.timeIntervalSince1970).dayAndMinute
    }
}

extension FunctionRow {
    /// The reference of one of its variables.
    func reference(of variable: Variable) -> Reference {
        guard case .function(let name, let qualifier) = common.reference else {
            return .variable(function: common.name, name: variable.name)
        }
        return .variable(function: name, qualifier: qualifier, name: variable.name)
    }
}
