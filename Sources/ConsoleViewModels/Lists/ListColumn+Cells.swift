import FoundationEssentials
import Inventory
import TerminalCanvas

extension ListColumn {
    /// The cell of a row. `wall` is the time now, in seconds since 1970.
    public func cell(of row: ResourceRow, wall: Double) -> ListCell {
        switch self {
        case .name: return ListCell(row.common.name)
        case .modified: return age(of: row.common.modified, wall: wall)
        case .description, .environment, .literals, .references, .source, .runtime, .version, .type, .tier, .policies,
            .modifiedBy, .rotation, .rotatedLast, .stages, .accessed, .owner, .manager, .spec, .aliasCount, .state,
            .flags:
            break
        }
        switch row {
        case .function(let function): return cell(of: function)
        case .parameter(let parameter): return cell(of: parameter, wall: wall)
        case .secret(let secret): return cell(of: secret, wall: wall)
        case .key(let key): return cell(of: key)
        }
    }

    private func age(of date: Date?, wall: Double) -> ListCell {
        guard let date else { return .untold }
        return ListCell(Age.words(seconds: wall - date.timeIntervalSince1970))
    }

    private func told(_ text: String?) -> ListCell {
        text.map { ListCell($0) } ?? .untold
    }

    private func cell(of row: FunctionRow) -> ListCell {
        switch self {
        case .environment: ListCell(row.variablesError == nil ? String(row.variables.count) : "!", .text)
        case .literals:
            row.literalCount > 0 ? ListCell(String(row.literalCount), .stale) : ListCell("0", .muted)
        case .references: ListCell(String(row.referenceCount))
        case .source: row.sourceWords.isEmpty ? .none : ListCell(row.sourceWords)
        case .runtime: told(row.runtime)
        case .version: told(row.version)
        case .state: FunctionRow.stateCell(row.state, lastUpdate: row.lastUpdateStatus)
        case .flags: flags(row.flagWords)
        case .description: ListCell(row.description ?? "", .muted)
        case .name, .modified, .type, .tier, .policies, .modifiedBy, .rotation, .rotatedLast, .stages, .accessed,
            .owner, .manager, .spec, .aliasCount:
            .none
        }
    }

    private func cell(of row: ParameterRow, wall: Double) -> ListCell {
        switch self {
        case .type: ListCell(row.type, row.type == "SecureString" ? .ok : .text)
        case .version: row.version.map { ListCell(String($0)) } ?? .untold
        case .tier: told(row.tier)
        case .policies: row.policies.isEmpty ? .none : ListCell(row.policies.joined(separator: ", "))
        case .modifiedBy: told(row.modifiedBy)
        case .flags: flags(row.flagWords)
        case .description: ListCell(row.description ?? "", .muted)
        case .name, .modified, .environment, .literals, .references, .source, .runtime, .rotation, .rotatedLast,
            .stages, .accessed, .owner, .manager, .spec, .aliasCount, .state:
            .none
        }
    }

    private func cell(of row: SecretRow, wall: Double) -> ListCell {
        switch self {
        case .rotation: row.rotationCell(wall: wall)
        case .rotatedLast: row.rotation.last == nil ? .none : age(of: row.rotation.last, wall: wall)
        case .stages: ListCell(row.stageWords)
        case .accessed: row.accessed == nil ? .none : age(of: row.accessed, wall: wall)
        case .owner: row.owner.map { ListCell($0) } ?? .none
        case .flags: flags(row.flagWords(wall: wall))
        case .description: ListCell(row.description ?? "", .muted)
        case .name, .modified, .environment, .literals, .references, .source, .runtime, .version, .type, .tier,
            .policies, .modifiedBy, .manager, .spec, .aliasCount, .state:
            .none
        }
    }

    private func cell(of row: KeyRow) -> ListCell {
        switch self {
        case .state:
            row.state.map { ListCell($0, $0 == "Enabled" ? .text : .danger) } ?? .untold
        case .manager: told(row.manager)
        case .rotation: row.rotationCell
        case .spec: told(row.spec)
        case .aliasCount: ListCell(String(row.aliases.count))
        case .flags: flags(row.flagWords)
        case .description: ListCell(row.description ?? "", .muted)
        case .name, .modified, .environment, .literals, .references, .source, .runtime, .version, .type, .tier,
            .policies, .modifiedBy, .rotatedLast, .stages, .accessed, .owner:
            .none
        }
    }

    private func flags(_ words: [String]) -> ListCell {
        words.isEmpty ? ListCell("") : ListCell("! " + words.joined(separator: " "), .stale)
    }
}
