import Inventory

/// What is copied by name, and what is asked for again.
extension ConsoleModel {
    mutating func copyName() {
        if case .list(let kind) = screen, !list(kind).marked.isEmpty {
            let names = list(kind).markedRows.map(Self.copied)
            emit(.copyName(names.joined(separator: "\n")))
            message = Notice(.information, "copied: \(names.count) names")
            return
        }
        let name: String?
        switch screen {
        case .list(let kind): name = list(kind).selected.map(Self.copied)
        case .detail(let reference):
            switch detail(reference)?.selected {
            case .variable(let variable, _, _): name = variable.name
            case .line(let line): name = line.link?.text ?? line.text
            case .value, .facts, .title, .variablesTitle, .problem, .blank, nil:
                name = detail(reference)?.row.map(Self.copied) ?? reference.text
            }
        case .report(let topic):
            let selected = reports[topic]?.selected
            name = selected?.link?.reference?.text ?? selected?.words
        case .resources, .context, .commandLog, .firstRun: name = nil
        }
        guard let name else { return }
        emit(.copyName(name))
        message = Notice(.information, "copied: \(name)")
    }

    static func copied(_ row: ResourceRow) -> String { row.common.arn ?? row.common.name }

    mutating func refresh() {
        switch screen {
        case .list(let kind): load(kind)
        case .detail(let reference): loadDetail(reference, again: true)
        case .resources: for kind in ResourceKind.allCases { load(kind) }
        case .context, .firstRun: emit(.loadIdentity)
        case .report(let topic):
            if topic == .timeline { order(.look) }
            for kind in topic.lists { load(kind) }
            ask(topic, again: true)
        case .commandLog: break
        }
    }
}
