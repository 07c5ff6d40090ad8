import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations

extension EffectRunner {
    /// Seconds between two looks: each takes some calls of CloudTrail's two a second.
    private static let pause = 30.0
    /// Minutes of CloudWatch's counts that are drawn.
    private static let minutes = 30

    /// Looks out for uses of what the incident's timeline says was rotated or made inactive.
    func watch(seconds: Double) {
        start(.watch) { [world, records, inbox] in
            do throws(OperationFailure) {
                let workshop = try world.incidents.get()
                guard let text = records.context.incident else {
                    throw OperationFailure(.notFound, "no incident is attached: i opens or attaches one")
                }
                let log = try workshop.store.log(try IncidentID(text))
                try workshop.absorb(into: log)
                let subjects = WatchSubjects(try log.timeline())
                guard !subjects.credentials.isEmpty else {
                    throw OperationFailure(
                        .usage,
                        "nothing was rotated or made inactive in \(text) yet; curtain incident watch REF names one")
                }
                let reading = try await workshop.watch(for: log.id)
                let began = Date()
                var targets: [WatchTarget] = []
                for (reference, since) in subjects.credentials {
                    targets.append(try await reading.reading.target(reference, since: since, now: began))
                }
                let watch = IncidentWatch(targets, regions: reading.regions, began: began, seconds: seconds)
                try await Self.follow(watch, reading.reading, subjects.functions, log, workshop, records, inbox)
            } catch {
                inbox.post(.incidentFailed(Problem(error)))
            }
        }
    }

    func stopWatch() { cancel(.watch) }

    private nonisolated static func follow(
        _ beginning: IncidentWatch, _ reading: any WatchReading, _ functions: [String], _ log: IncidentLog,
        _ workshop: any IncidentWorkshop, _ records: SessionRecords, _ inbox: EventInbox
    ) async throws(OperationFailure) {
        var watch = beginning
        let names = watch.targets.map { "\($0.reference.text) since \(TimelineTime.seconds($0.since))" }
        try await note(
            .watching, "until \(TimelineTime.seconds(watch.end)): " + names.joined(separator: ", "), log, workshop,
            records)
        while true {
            var news: [WatchUse] = []
            for look in await reading.look(for: watch.targets) { news += watch.take(look) }
            try await write(news, log, workshop, records)
            let now = Date()
            var problems = watch.problems.values.flatMap(\.self).sorted()
            var pulses: [FunctionPulse] = []
            do throws(OperationFailure) {
                pulses = try await reading.pulses(of: functions, minutes: minutes, now: now)
            } catch { problems.append(error.message) }
            var state = state(of: watch, at: now)
            inbox.post(.watched(WatchSheet(watch, state, pulses, problems, now)))
            if !news.isEmpty { inbox.post(.incidentGrown) }
            if state == .watching {
                guard await isStopped() else { continue }
                state = .stopped
                inbox.post(.watched(WatchSheet(watch, state, pulses, problems, now)))
            }
            return try await note(
                .watched, ([watch.words] + problems).joined(separator: "; "), log, workshop, records,
                result: state == .over ? "done" : state.rawValue)
        }
    }

    /// Waits for the next look; whether the person has stopped it meanwhile.
    private nonisolated static func isStopped() async -> Bool {
        do { try await Task.sleep(for: .milliseconds(Int64(pause * 1000))) } catch { return true }
        return Task.isCancelled
    }

    private nonisolated static func state(of watch: IncidentWatch, at now: Date) -> WatchSheet.State {
        guard watch.uses.isEmpty else { return .used }
        return switch watch.state(at: now) {
        case .watching: .watching
        case .late: .late
        case .over: watch.problems.isEmpty ? .over : .incomplete
        }
    }

    private nonisolated static func write(
        _ news: [WatchUse], _ log: IncidentLog, _ workshop: any IncidentWorkshop, _ records: SessionRecords
    ) async throws(OperationFailure) {
        guard !news.isEmpty else { return }
        let failure = await records.perform {
            do throws(OperationFailure) {
                let known = try log.timeline().entries.flatMap(\.evidence)
                for use in news where !known.contains(use.link) {
                    try workshop.record(
                        .incidentNoted, in: log, as: records.context, stamped(TimelineEntry(of: use), records.context))
                }
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }

    private nonisolated static func note(
        _ action: TimelineAction, _ text: String, _ log: IncidentLog, _ workshop: any IncidentWorkshop,
        _ records: SessionRecords, result: String = "done"
    ) async throws(OperationFailure) {
        let failure = await records.perform {
            var entry = TimelineEntry(action, from: .tool, at: Date(), phase: .watch, note: text)
            entry.actorARN = records.context.actorARN
            entry.region = records.context.region
            entry.result = result
            do throws(OperationFailure) {
                try workshop.record(.incidentNoted, in: log, as: records.context, stamped(entry, records.context))
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }

    /// The entry with who and where of this session, except what the event itself says.
    private nonisolated static func stamped(_ entry: TimelineEntry, _ context: AuditContext) -> TimelineEntry {
        var entry = entry
        entry.user = context.user
        entry.session = context.session
        entry.host = context.host
        entry.account = context.account
        return entry
    }
}

extension WatchSheet {
    fileprivate init(
        _ watch: IncidentWatch, _ state: State, _ pulses: [FunctionPulse], _ problems: [String], _ now: Date
    ) {
        self.init(
            state: state, end: watch.end.timeIntervalSince1970, looked: now.timeIntervalSince1970,
            subjects: watch.targets.map {
                Subject(reference: $0.reference.text, since: $0.since.timeIntervalSince1970)
            },
            regions: watch.regions.map { Region(name: $0, newest: watch.newest[$0]?.timeIntervalSince1970) },
            uses: (watch.uses + watch.tries).sorted { $0.time > $1.time }.map { use in
                Use(
                    time: use.time.timeIntervalSince1970, isTry: use.isTry,
                    actor: use.actor.map { String($0.split(separator: "/").last ?? "") } ?? "?",
                    words: [
                        "\(use.action) with \(use.reference)", use.sourceIP.map { "from \($0)" }, use.region,
                        use.errorCode
                    ]
                    .compactMap(\.self).joined(separator: ", "))
            },
            pulses: pulses.map { Pulse(function: $0.function, errors: $0.errors, throttles: $0.throttles) },
            problems: problems)
    }
}
