import AccountAccess
import ArgumentParser
import Inventory
import Operations

/// `curtain drift [REF…]`
struct DriftCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift",
        abstract: "Find functions that hold an older value than its source, and why.",
        discussion: """
            By times: what a deployment resolved, versions behind aliases, pinned references, caches with their latest end, \
            snapshots. With --note also by fingerprints: copies in variables; that reads the stored values of the \
            secrets (or of the things that are named), each on record before it is fetched. docs/drift.md explains \
            each row. Exit code 3 when something is found.
            """)

    @Argument(
        help: ArgumentHelp(
            "Only these sources: secret:NAME, param:NAME. With --note, these are read.", valueName: "ref"))
    var references: [String] = []

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let asked = try references.map { try Reference(parsing: $0) }.map { $0.ofRow ?? $0 }
        for reference in asked { try reference.requireValue() }
        var options = facts
        // Rights say nothing about drift.
        options.without.append(.policies)
        let account = try await AccountGraph.load(
            session, options, asked: nil, versionTimes: Drift.sources,
            sources: { facts in
                asked.isEmpty ? facts.secrets.map(\.common.reference) : asked
            })
        let graph = account.graph
        for reference in asked { try account.require(reference) }
        let wanted = Set(asked.map(graph.known))
        let rows = Drift(graph).rows.filter { wanted.isEmpty || wanted.contains($0.source) }
        try session.print(rows, shape: DriftRow.shape)
        if facts.note == nil, !session.options.quiet, session.format() == .table {
            StandardError.line(
                "curtain: copies in variables were not looked for; --note TEXT does, and reads stored values")
        }
        let gaps = account.tellGaps(session)
        return rows.isEmpty ? gaps : .finding
    }
}
