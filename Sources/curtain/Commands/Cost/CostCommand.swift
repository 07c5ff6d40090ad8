import AccountAccess
import ArgumentParser
import FoundationEssentials
import Inventory
import Operations

/// `curtain cost`
struct CostCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Say what the stores cost a month, what moving would save, and which limits are near.",
        discussion: """
            From the lists of each region and prices that are dated and have their source (docs/cost.md); calls are \
            those that CloudWatch or else CloudTrail has counted. Nothing is asked of the bill. Exit code 4: something could not be read, and standard error says what.
            """)

    static let places = PlaceScope.regionsAndProfiles

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let places = try await SessionPlaces.of(session)
        let facts = facts
        let regions = Set(places.all.map(\.region))
        let (costs, failure) = try await places.map(limit: facts.placesAtOnce) { place in
            let account = try await CheckedFacts.load(place.session, facts, usage: true)
            return (
                session: place, place: account.facts.place, report: account.cost(beside: regions),
                gaps: account.gaps
            )
        }
        switch session.format() {
        case .json where !places.areSeveral, .jsonl where !places.areSeveral:
            for cost in costs {
                try session.print(fields: cost.report.fields(in: cost.place), name: cost.place.region)
            }
        case .json, .jsonl:
            try session.print(
                costs.map { $0.report.fields(in: $0.place) },
                shape: RowShape<[Field]>(fieldNames: [], fields: { $0 }, columns: [], name: { _ in "" }))
        case .csv, .names:
            try session.print(
                costs.flatMap { cost in cost.report.lines.map { Placed(row: $0, place: cost.place) } },
                shape: CostLine.shape.placed(places))
        case .table, .sarif, .junit:
            for (number, cost) in costs.enumerated() {
                if let label = cost.session.label {
                    try session.print(lines: (number == 0 ? [] : [""]) + ["== \(label)", ""])
                }
                try print(cost.report, session)
            }
            if costs.count > 1 {
                try session.print(
                    lines: ["", "\(Money.text(costs.reduce(0) { $0 + $1.report.month })) a month in all of them"])
            }
        }
        for cost in costs { cost.session.tell(gaps: cost.gaps) }
        return failure ?? (costs.allSatisfy(\.gaps.isEmpty) ? .done : .stoppedHalfway)
    }

    private func print(_ report: CostReport, _ session: Session) throws {
        try session.print(report.lines, shape: CostLine.shape)
        try session.print(lines: ["", "\(Money.text(report.month)) a month, prices as of \(report.asOf)"])
        if !report.savings.isEmpty {
            try session.print(lines: ["", "Could be saved"])
            for saving in report.savings {
                try session.print(lines: [
                    "  \(Money.text(saving.month))  \(saving.act): \(saving.references.count), such as "
                        + saving.references.prefix(3).map(\.text).joined(separator: ", "),
                    "           \(saving.condition)"
                ])
            }
        }
        try session.print(lines: ["", "Limits"])
        try session.print(report.limits, shape: LimitUse.shape)
        try session.print(lines: ["", "Not in the sum"] + report.notCounted.map { "  " + $0 })
    }
}
