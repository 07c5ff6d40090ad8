import AuditTrail
import FoundationEssentials
import Glibc
import Inventory
import Operations

/// A watch from its first look to its end: printed, and noted in the incident's timeline where there is one.
struct WatchRound {
    let desk: IncidentDesk
    let log: IncidentLog?
    let reading: any WatchReading
    /// Whose errors and throttles are shown.
    let functions: [String]
    /// Seconds between two looks.
    let every: Double
    let toTheEnd: Bool

    private var session: Session { desk.session }

    func run(_ beginning: IncidentWatch) async throws -> ExitStatus {
        var watch = beginning
        let names = watch.targets.map { "\($0.reference.text) since \(TimelineTime.seconds($0.since))" }
        try note(.watching, "until \(TimelineTime.seconds(watch.end)): " + names.joined(separator: ", "))
        if session.format() == .table {
            try session.print(lines: ["watching until \(TimelineTime.seconds(watch.end)) of CloudTrail's event time"])
            try session.print(lines: names.map { "  " + $0 })
        }
        while true {
            for look in await reading.look(for: watch.targets) {
                for use in watch.take(look) { try tell(use) }
            }
            let now = Date()
            try await tell(watch, now)
            let isUsed = !watch.uses.isEmpty && !toTheEnd
            guard !isUsed, watch.state(at: now) == .watching, await sleep() else {
                return try end(watch, now)
            }
        }
    }

    /// Whether to go on; not if Ctrl-C ended the pause.
    private func sleep() async -> Bool {
        do { try await Task.sleep(for: .milliseconds(Int64(every * 1000))) } catch { return false }
        return !Task.isCancelled
    }

    private func end(_ watch: IncidentWatch, _ now: Date) throws -> ExitStatus {
        let status: ExitStatus =
            !watch.uses.isEmpty
            ? .finding : Task.isCancelled ? .interrupted : watch.isWhole(at: now) ? .done : .stoppedHalfway
        let state =
            switch status {
            case .finding: "used"
            case .interrupted: "stopped"
            case .done: "over"
            default: watch.problems.isEmpty ? "late" : "incomplete"
            }
        let problems = watch.problems.values.flatMap(\.self).sorted()
        try note(.watched, ([watch.words] + problems).joined(separator: "; "), result: state == "over" ? "done" : state)
        guard session.format() == .table else {
            try session.print(
                fields: [
                    Field("event", .text("end")), Field("time", .text(Timestamp.text(now))),
                    Field("state", .text(state)), Field("uses", .number(watch.uses.count)),
                    Field("lastEvent", lastEvents(watch)), Field("problems", FieldValue(problems))
                ], name: "end")
            return status
        }
        try session.print(lines: [state + ": " + watch.parts[0]] + watch.parts.dropFirst().map { "  " + $0 })
        switch status {
        case .finding:
            StandardError.line(
                "curtain: it is still in use: contain again (curtain incident contain), then watch again")
        case .done:
            StandardError.line(
                "curtain: if all works on the new one: curtain incident note \"recovered\" --moment recovered")
        default: break
        }
        return status
    }

    private func tell(_ use: WatchUse) throws {
        if let log, try !isNoted(use, log) {
            var entry = desk.entry(.used, from: .trail)
            let told = TimelineEntry(of: use)
            (entry.time, entry.phase, entry.target, entry.note) = (told.time, told.phase, told.target, told.note)
            (entry.evidence, entry.result) = (told.evidence, told.result)
            (entry.actorARN, entry.region, entry.requestID) = (told.actorARN, told.region, told.requestID)
            try desk.record(.incidentNoted, entry, in: log)
        }
        guard session.format() != .table else {
            return try session.print(lines: [(use.isTry ? "try " : "USE ") + use.words])
        }
        try session.print(
            fields: [
                Field("event", .text(use.isTry ? "try" : "use")), Field("time", .time(use.time)),
                Field("ref", .text(use.reference)),
                Field("actor", FieldValue(use.actor)), Field("action", .text(use.action)),
                Field("region", .text(use.region)), Field("requestId", FieldValue(use.requestID)),
                Field("sourceIP", FieldValue(use.sourceIP)), Field("agent", FieldValue(use.agent)),
                Field("errorCode", FieldValue(use.errorCode))
            ], name: use.id)
    }

    /// Whether an earlier watch has put the event into the timeline.
    private func isNoted(_ use: WatchUse, _ log: IncidentLog) throws -> Bool {
        try log.timeline().entries.contains { $0.evidence.contains(use.link) }
    }

    private func tell(_ watch: IncidentWatch, _ now: Date) async throws {
        var problems = watch.problems.values.flatMap(\.self).sorted()
        var pulses: [FunctionPulse] = []
        do throws(OperationFailure) {
            pulses = try await reading.pulses(of: functions, minutes: 30, now: now)
        } catch { problems.append(error.message) }
        guard session.format() == .table else {
            return try session.print(
                fields: [
                    Field("event", .text("look")), Field("time", .text(Timestamp.text(now))),
                    Field("lastEvent", lastEvents(watch)), Field("uses", .number(watch.uses.count)),
                    Field(
                        "functions",
                        .list(
                            pulses.map { pulse in
                                .object([
                                    Field("ref", .text("fn:" + pulse.function)),
                                    Field("errors", .list(pulse.errors.map(FieldValue.number))),
                                    Field("throttles", .list(pulse.throttles.map(FieldValue.number)))
                                ])
                            })),
                    Field("problems", FieldValue(problems))
                ], name: "look")
        }
        let width = pulses.map(\.function.count).max() ?? 0
        let isUnicode = Self.isUnicode
        try session.print(
            lines: [Timestamp.text(now) + "  " + watch.parts[0]] + watch.parts.dropFirst().map { "  " + $0 }
                + pulses.map { $0.line(width: width, isUnicode: isUnicode) } + problems.map { "  not seen: " + $0 })
    }

    private func lastEvents(_ watch: IncidentWatch) -> FieldValue {
        .object(watch.regions.map { Field($0, FieldValue(watch.newest[$0])) })
    }

    private func note(_ action: TimelineAction, _ text: String, result: String = "done") throws {
        guard let log else { return }
        var entry = desk.entry(action, from: .tool, phase: .watch, note: text)
        entry.result = result
        try desk.record(.incidentNoted, entry, in: log)
    }

    /// Whether the locale of standard output has block signs. (The C functions setlocale and nl_langinfo.)
    private static var isUnicode: Bool {
        setlocale(LC_CTYPE, "")
        return nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
    }
}
