import ArgumentParser
import FoundationEssentials
import Operations

/// When something happened that is written down now.
struct IncidentTimeOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("When it happened, in UTC: 2026-11-24T08:55:00Z.", valueName: "time"))
    var at: String?

    @Flag(name: .long, help: "The time is a guess.")
    var estimated = false

    mutating func validate() throws {
        if let at, TimelineTime.date(at) == nil {
            throw ValidationError("--at takes a time like 2026-11-24T08:55:00Z, not \(at).")
        }
    }

    var time: Date { at.flatMap(TimelineTime.date) ?? Date() }
}
