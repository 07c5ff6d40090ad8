import AccountAccess
import ArgumentParser
import Inventory
import Operations

/// `curtain reach fn:NAME`
struct ReachCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reach",
        abstract: "Say what a function can read, with the evidence for each.",
        discussion: """
            The opposite of used-by: secrets, parameters, keys and variables that the function names, holds or may read. \
            With @VERSION or @ALIAS that version alone is asked. Roles and users can be asked for what their policies and \
            CloudTrail tell of them, stacks for what their templates tell; an execution role is asked by its function.
            """)

    @Argument(
        help: ArgumentHelp(
            "The function: fn:NAME, fn:NAME@VERSION; or role:NAME, user:NAME, stack:NAME.", valueName: "ref"))
    var reference: String

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws { try picture.validate(global) }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let account = try await AccountGraph.load(
            session, facts, asked: nil,
            sources: { facts in
                facts.secrets.map(\.common.reference)
            })
        try account.require(reference)
        let graph = try Self.graph(account, reference)
        let rows = graph.reach(reference)
        if let format = picture.format {
            try session.print(text: format.picture(of: ConsumerTree(reach: graph.known(reference), rows)))
        } else {
            try session.print(rows, shape: ConsumerRow.shape)
        }
        return account.tellGaps(session)
    }

    /// The graph of the version that is asked about, if one is.
    private static func graph(
        _ account: AccountGraph, _ reference: Reference
    ) throws(OperationFailure) -> ConsumerGraph {
        switch reference {
        case .function(let name, let qualifier?):
            guard let facts = account.facts.only(name, at: qualifier) else {
                throw OperationFailure(.notFound, "\(name) has no version or alias \(qualifier)")
            }
            return ConsumerGraph(facts, names: account.names)
        case .alias(let name, let alias):
            guard let facts = account.facts.only(name, at: alias) else {
                throw OperationFailure(.notFound, "\(name) has no alias \(alias)")
            }
            return ConsumerGraph(facts, names: account.names)
        case .function, .variable, .parameter, .secret, .key, .role, .user, .accessKey, .eventSourceMapping,
            .functionURL, .stack:
            return account.graph
        }
    }
}
