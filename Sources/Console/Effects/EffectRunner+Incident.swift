import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations

extension EffectRunner {
    /// Attaches what was attached before, once the console stands.
    func loadIncident() {
        guard let workshop = try? world.incidents.get() else { return }
        perform { [world, records, inbox] () throws(OperationFailure) in
            var id = try workshop.store.attached()
            if let named = world.incident { id = try IncidentID(named) }
            guard let id else { return }
            records.take(incident: id.text)
            inbox.post(.timelineChanged(try Self.sheet(of: id, workshop)))
        }
    }

    /// One step about the incident. Writing is done in the order in which it was asked for.
    func carryOut(_ order: IncidentOrder, mode: AccessMode) {
        switch order {
        case .prepare(let word, let reference): prepare(word, reference)
        case .contain(let word, let reference, let note): contain(word, reference, note: note, mode: mode)
        case .undo(let id, let note): undo(id, note: note, mode: mode)
        case .watch(let seconds): watch(seconds: seconds)
        case .stopWatch: stopWatch()
        case .open, .attach, .detach, .close, .note, .decision, .todo, .todoDone, .look: write(order)
        }
    }

    // MARK: writing

    private func write(_ order: IncidentOrder) {
        perform { [world, records, inbox] () throws(OperationFailure) in
            let workshop = try world.incidents.get()
            switch order {
            case .open(let id, let title, let severity):
                let change = IncidentChange(title: title, severity: severity.flatMap { IncidentSeverity(rawValue: $0) })
                let log = try workshop.open(id, change, as: records.context)
                records.take(incident: log.id.text)
                inbox.post(.notice(Notice(.information, "incident \(log.id) is open and attached")))
            case .attach(let text):
                let id = try IncidentID(text)
                let isNew = try !workshop.store.ids().contains(id)
                let log = try workshop.store.log(id)
                try workshop.record(
                    .incidentAttached, in: log, as: records.context, Self.entry(.attached, records.context))
                try workshop.store.attach(log.id)
                records.take(incident: log.id.text)
                // Another person may have opened it elsewhere; or the id is a slip.
                let words = isNew ? "begins on this machine and is attached (:inc detach takes it back)" : "is attached"
                inbox.post(.notice(Notice(isNew ? .warning : .information, "incident \(log.id) \(words)")))
            case .detach:
                try workshop.store.attach(nil)
                records.take(incident: nil)
                return inbox.post(.timelineChanged(nil))
            case .close(let note):
                let log = try Self.current(records, workshop)
                try workshop.absorb(into: log)
                var entry = Self.entry(.closed, records.context, note: note)
                entry.phase = .closing
                try workshop.record(.incidentClosed, in: log, as: records.context, entry)
                try workshop.store.attach(nil)
                records.take(incident: nil)
                inbox.post(.timelineChanged(nil))
                return inbox.post(.notice(Self.closing(try Self.sheet(of: log.id, workshop))))
            case .note(let text, let about):
                try workshop.record(
                    .incidentNoted, in: try Self.current(records, workshop), as: records.context,
                    Self.entry(.note, records.context, about: about, note: text))
            case .decision(let text, let name):
                var entry = Self.entry(.decision, records.context, note: text)
                entry.decisionBy = name
                try workshop.record(
                    .incidentDecided, in: try Self.current(records, workshop), as: records.context, entry)
            case .todo(let text, let owner):
                var entry = Self.entry(.todo, records.context)
                entry.todo = text
                entry.owner = owner
                try workshop.record(.incidentTodo, in: try Self.current(records, workshop), as: records.context, entry)
            case .todoDone(let id):
                let log = try Self.current(records, workshop)
                guard let todo = Incident(log.id, try log.timeline()).todos.first(where: { $0.id == id }) else {
                    throw OperationFailure(.notFound, "there is no todo \(id) in \(log.id)")
                }
                var entry = Self.entry(.todoDone, records.context, note: todo.text)
                entry.answers = todo.id
                try workshop.record(.incidentTodo, in: log, as: records.context, entry)
            case .look, .prepare, .contain, .undo, .watch, .stopWatch: break
            }
            guard let text = records.context.incident else { return inbox.post(.timelineChanged(nil)) }
            inbox.post(.timelineChanged(try Self.sheet(of: try IncidentID(text), workshop)))
        }
    }

    /// Runs in the order of the session's records, away from the main thread.
    private func perform(_ body: @escaping @Sendable () throws(OperationFailure) -> Void) {
        let records = records
        let inbox = inbox
        start(.incident(nextIncidentStep())) {
            let failure = await records.perform {
                do throws(OperationFailure) {
                    try body()
                    return nil
                } catch { return error }
            }
            if let failure { inbox.post(.incidentFailed(Problem(failure))) }
        }
    }

    /// The incidents of this installation, the newest first.
    func answerIncidents() throws(OperationFailure) -> ReportAnswer {
        let store = try world.incidents.get().store
        var entries: [IncidentEntry] = []
        for id in try store.ids() {
            let timeline = try store.log(id).timeline()
            entries.append(IncidentEntry(Incident(id, timeline), lines: timeline.lines.count))
        }
        return .incidents(entries.sorted { ($0.opened ?? 0) > ($1.opened ?? 0) })
    }

    // MARK: containing

    private func prepare(_ word: ContainmentWord, _ reference: Reference) {
        start(.containment) { [world, records, inbox] in
            do throws(OperationFailure) {
                let workshop = try world.incidents.get()
                let plan = try await workshop.plan(
                    ContainmentAction(word), reference, incident: try Self.attached(records))
                inbox.post(.containmentPrepared(ContainmentSheet(word, reference, plan)))
            } catch {
                inbox.post(.incidentFailed(Problem(error)))
            }
        }
    }

    /// The first containment opens an incident: it cannot wait for one.
    private func contain(_ word: ContainmentWord, _ reference: Reference, note: String?, mode: AccessMode) {
        let action = ContainmentAction(word)
        change(mode: mode) { [records] workshop throws(OperationFailure) in
            if let id = try Self.attached(records) { return try workshop.store.log(id) }
            let log = try workshop.open(
                nil, IncidentChange(title: "\(action.rawValue) \(reference)"), as: records.context)
            records.take(incident: log.id.text)
            return log
        } _: { workshop, log throws(OperationFailure) in
            try await workshop.contain(action, reference, note: note, in: log)
            return "\(action.rawValue) \(reference): done; the timeline keeps its undo"
        }
    }

    private func undo(_ id: String, note: String?, mode: AccessMode) {
        change(mode: mode) { [records] workshop throws(OperationFailure) in
            try Self.current(records, workshop)
        } _: { workshop, log throws(OperationFailure) in
            let contained = Incident(log.id, try log.timeline()).containments
            guard let record = contained.first(where: { $0.containment.id == id }), record.canBeUndone else {
                throw OperationFailure(.notFound, "there is no containment \(id) to take back in \(log.id)")
            }
            try await workshop.undo(record.containment, note: note, in: log)
            return "\(id): taken back"
        }
    }

    /// A change of the account: it is never given up, and the end of the console waits for it.
    private func change(
        mode: AccessMode,
        in log: @escaping @Sendable (any IncidentWorkshop) throws(OperationFailure) -> IncidentLog,
        _ body: @escaping @Sendable (any IncidentWorkshop, IncidentLog) async throws(OperationFailure) -> String
    ) {
        start(.incident(nextIncidentStep())) { [world, inbox] in
            let words: Result<String, OperationFailure> = await Task.detached {
                do throws(OperationFailure) {
                    guard !mode.readOnly, !mode.share else {
                        throw OperationFailure(.denied, "will not contain anything in this mode; leave it first")
                    }
                    let workshop = try world.incidents.get()
                    let log = try log(workshop)
                    return .success(try await body(workshop, log))
                } catch { return .failure(error) }
            }.value
            switch words {
            case .success(let words): inbox.post(.notice(Notice(.information, words)))
            case .failure(let failure): inbox.post(.incidentFailed(Problem(failure)))
            }
            self.write(.look)
        }
    }

    // MARK: reading

    private nonisolated static func attached(_ records: SessionRecords) throws(OperationFailure) -> IncidentID? {
        guard let text = records.context.incident else { return nil }
        return try IncidentID(text)
    }

    private nonisolated static func current(
        _ records: SessionRecords, _ workshop: any IncidentWorkshop
    ) throws(OperationFailure) -> IncidentLog {
        guard let id = try attached(records) else {
            throw OperationFailure(.notFound, "no incident is attached: i opens or attaches one")
        }
        return try workshop.store.log(id)
    }

    private nonisolated static func sheet(
        of id: IncidentID, _ workshop: any IncidentWorkshop
    ) throws(OperationFailure) -> IncidentSheet {
        let log = try workshop.store.log(id)
        try workshop.absorb(into: log)
        let timeline = try log.timeline()
        return IncidentSheet(Incident(id, timeline), timeline)
    }

    private nonisolated static func entry(
        _ action: TimelineAction, _ context: AuditContext, about: String? = nil, note: String? = nil
    ) -> TimelineEntry {
        var entry = TimelineEntry(action, from: .human, at: Date(), target: about, note: note)
        entry.actorARN = context.actorARN
        entry.user = context.user
        entry.session = context.session
        entry.host = context.host
        entry.account = context.account
        entry.region = context.region
        return entry
    }

    /// What stays when an incident is closed.
    private nonisolated static func closing(_ sheet: IncidentSheet) -> Notice {
        let standing = sheet.contained.filter(\.canBeUndone).count
        guard standing > 0 || !sheet.todos.isEmpty else {
            return Notice(.information, "\(sheet.id) is closed; curtain incident export \(sheet.id) writes the report")
        }
        return Notice(
            .warning, "\(sheet.id) is closed; still contained: \(standing), still to do: \(sheet.todos.count)")
    }
}
