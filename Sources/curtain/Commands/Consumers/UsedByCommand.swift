import AccountAccess
import ArgumentParser
import Inventory
import Operations

/// `curtain used-by REF`
struct UsedByCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "used-by",
        abstract: "Say who uses a thing, with the evidence for each.",
        discussion: """
            Functions, roles, users and stacks that name it, hold the same value, are given it by a template, may read \
            it, or were seen reading it. docs/used-by.md explains each piece of evidence. A key is also used through \
            the secrets and parameters that are encrypted under it. Exit code 4: something could not be read, and \
            standard error says what.
            """)

    @Argument(
        help: ArgumentHelp(
            "The thing: secret:NAME, param:NAME, key:ID, env:FUNCTION/KEY, role:NAME.", valueName: "ref"))
    var reference: String

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws { try picture.validate(global) }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let account = try await AccountGraph.load(
            session, facts, asked: reference,
            sources: { _ in
                [reference.ofRow ?? reference].filter { $0.namesValue }
            })
        let graph = account.graph
        try account.require(reference)
        let rows = graph.usedBy(reference)
        if let format = picture.format {
            try session.print(text: format.picture(of: ConsumerTree(usedBy: graph.known(reference), rows)))
        } else {
            try session.print(rows, shape: ConsumerRow.shape)
        }
        return account.tellGaps(session)
    }
}
