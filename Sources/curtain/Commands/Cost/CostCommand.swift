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
            From the lists of one region and prices that are dated and have their source (docs/cost.md). Nothing is \
            asked of the bill. Exit code 4: something could not be read, and standard error says what.
            """)

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let account = try await CheckedAccount.load(session, facts)
        let report = account.cost
        switch session.format() {
        case .json, .jsonl: try session.print(fields: report.fields, name: account.facts.region)
        case .csv, .names: try session.print(report.lines, shape: CostLine.shape)
        case .table, .sarif, .junit: try print(report, session)
        }
        account.tellGaps(session)
        return account.isWhole ? .done : .stoppedHalfway
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
