import AccountAccess
import ArgumentParser

/// What of an account is read to say who depends on what.
struct FactsOptions: ParsableArguments {
    /// A part that costs calls of its own.
    enum Part: String, CaseIterable, ExpressibleByArgument, Sendable {
        case versions, policies, stacks
    }

    @Option(
        name: .long,
        help: ArgumentHelp("Leave this part out, which saves its calls; may be given several times.", valueName: "part")
    )
    var without: [Part] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Read CloudTrail back so far (30m, 24h, 7d); without it, what `access` has read before is used.",
            valueName: "span"))
    var since: TimeSpan?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also read the stored values and find their copies by fingerprint; why, for the audit trail.",
            valueName: "text"))
    var note: String?

    /// How many places may be read at once. With a note values are read and recorded: one place after the other.
    var placesAtOnce: Int { note == nil ? SessionPlaces.limit : 1 }

    var scope: FactsScope {
        FactsScope(
            versions: !without.contains(.versions), policies: !without.contains(.policies),
            stacks: !without.contains(.stacks))
    }
}
