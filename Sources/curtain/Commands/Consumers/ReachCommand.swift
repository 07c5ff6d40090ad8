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
            Roles, users and stacks can be asked too, for what templates and CloudTrail tell of them.
            """)

    @Argument(help: ArgumentHelp("The function: fn:NAME; or role:NAME, user:NAME, stack:NAME.", valueName: "ref"))
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
        let graph = account.graph
        try account.require(reference)
        let rows = graph.reach(reference)
        if let format = picture.format {
            try session.print(text: format.picture(of: ConsumerTree(reach: graph.known(reference), rows)))
        } else {
            try session.print(rows, shape: ConsumerRow.shape)
        }
        return account.tellGaps(session)
    }
}
