import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations

extension IncidentSheet {
    init(_ incident: Incident, _ timeline: Timeline) {
        self.init(
            id: incident.id.text, title: incident.title, severity: incident.severity?.rawValue ?? "",
            isOpen: incident.closed == nil, opened: incident.opened?.time.timeIntervalSince1970,
            lines: timeline.lines.map(Line.init),
            todos: incident.openTodos.map { Todo(id: $0.id, text: $0.text, owner: $0.owner ?? "") },
            contained: incident.containments.map(Contained.init), chains: timeline.chainCount)
    }
}

extension IncidentSheet.Line {
    fileprivate init(_ line: TimelineLine) {
        let entry = line.entry
        self.init(
            id: line.shortID, time: entry.time.timeIntervalSince1970, isEstimated: entry.isEstimated,
            source: IncidentSheet.Source(entry.source), actor: entry.actor ?? "", action: entry.action.rawValue,
            words: entry.words, about: entry.target.flatMap { try? Reference(parsing: $0) })
    }
}

extension IncidentSheet.Source {
    fileprivate init(_ source: TimelineSource) {
        self =
            switch source {
            case .tool: .tool
            case .trail: .trail
            case .guardduty: .guardduty
            case .human: .human
            }
    }
}

extension IncidentSheet.Contained {
    fileprivate init(_ record: ContainmentRecord) {
        let containment = record.containment
        self.init(
            id: containment.id, action: containment.action.rawValue, reference: containment.reference,
            state: record.state.rawValue, canBeUndone: record.canBeUndone,
            undo: containment.steps.reversed().map(\.before.words).joined(separator: "; then "))
    }
}

extension IncidentEntry {
    init(_ incident: Incident, lines: Int) {
        self.init(
            id: incident.id.text, title: incident.title, severity: incident.severity?.rawValue ?? "",
            isOpen: incident.isOpen, opened: incident.opened?.time.timeIntervalSince1970, lines: lines,
            todos: incident.openTodos.count)
    }
}

extension ContainmentSheet {
    init(_ word: ContainmentWord, _ reference: Reference, _ plan: ContainmentPlan) {
        self.init(
            word: word, reference: reference, name: plan.name, effect: plan.effect, also: plan.also, undo: plan.undo,
            commands: plan.commands)
    }
}

extension ContainmentAction {
    /// The word of the console for it.
    init(_ word: ContainmentWord) {
        self =
            switch word {
            case .deactivate: .deactivate
            case .denySessions: .denySessions
            case .stopInvocations: .stopInvocations
            case .pauseSource: .pauseSource
            case .lockURL: .lockURL
            case .restrictSecret: .restrictSecret
            case .disableKey: .disableKey
            case .aliasBack: .aliasBack
            }
    }
}
