import ArgumentParser
import AuditTrail
import FoundationEssentials

/// The options by which `audit list` and `audit export` choose records.
struct AuditSelection: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Only these events (reveal.shown) or families of them (reveal).", valueName: "event"))
    var event: [String] = []

    @Option(name: .long, help: ArgumentHelp("Only records about this reference.", valueName: "ref"))
    var ref: String?

    @Option(name: .long, help: ArgumentHelp("Only this ARN, access key id or login name.", valueName: "actor"))
    var actor: String?

    @Option(
        name: .long, help: ArgumentHelp("Not before: 30m, 24h, 7d ago, a day or an RFC 3339 time.", valueName: "time"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp("Before: the same forms.", valueName: "time"))
    var until: String?

    @Option(name: .long, help: ArgumentHelp("Only this outcome: done, denied, failed, deadline …", valueName: "word"))
    var outcome: String?

    @Option(name: .long, help: ArgumentHelp("Only this run of curtain.", valueName: "id"))
    var session: String?

    /// The filter; `--incident` is an option of every command.
    func filter(incident: String?, now: Date = Date()) throws(UsageFailure) -> AuditFilter {
        var filter = AuditFilter()
        filter.events = Set(event)
        filter.reference = ref
        filter.actor = actor
        filter.outcome = outcome
        filter.session = session
        filter.incident = incident
        filter.since = try since.map { text throws(UsageFailure) in try Self.time(text, "--since", now) }
        filter.until = try until.map { text throws(UsageFailure) in try Self.time(text, "--until", now) }
        return filter
    }

    /// `24h` is so long ago; `2026-11-24` the day's beginning in UTC.
    static func time(_ text: String, _ option: String, _ now: Date) throws(UsageFailure) -> Date {
        let seconds: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        if let unit = text.last.flatMap({ seconds[$0] }), let count = Int(text.dropLast()), count >= 0 {
            return now.addingTimeInterval(-Double(count) * unit)
        }
        let day = text.count == 10 ? text + "T00:00:00Z" : text
        for style in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
            if let time = try? style.parse(day) { return time }
        }
        throw UsageFailure("\(option) takes 30m, 24h, 7d, a day (2026-11-24) or an RFC 3339 time, not \(text)")
    }
}
