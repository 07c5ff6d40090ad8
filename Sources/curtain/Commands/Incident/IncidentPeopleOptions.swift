import ArgumentParser
import Operations

/// What an incident says of itself; as typed.
struct IncidentPeopleOptions: ParsableArguments {
    @Option(name: .long, help: "P1 used, P2 exposed, P3 anomaly, P4 stale.")
    var severity: IncidentSeverity?

    @Option(name: .long, help: "What is known of data that others saw: confirmed, suspected, none.")
    var impact: IncidentImpact?

    @Option(name: .long, help: ArgumentHelp("The incident commander.", valueName: "name"))
    var commander: String?

    @Option(name: .long, help: ArgumentHelp("Who writes.", valueName: "name"))
    var scribe: String?

    @Option(name: .long, help: ArgumentHelp("Who helps; may be given again.", valueName: "name"))
    var responder: [String] = []

    func change(title: String? = nil) -> IncidentChange {
        IncidentChange(
            title: title, severity: severity, impact: impact, commander: commander, scribe: scribe,
            responders: responder)
    }
}

extension IncidentSeverity: ExpressibleByArgument {}
extension IncidentImpact: ExpressibleByArgument {}
extension IncidentMoment: ExpressibleByArgument {}
extension IncidentSection: ExpressibleByArgument {}
extension IncidentPhase: ExpressibleByArgument {}
extension TimelineSource: ExpressibleByArgument {}
