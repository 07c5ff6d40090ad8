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

    static let places = PlaceScope.regionsAndProfiles

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws { try picture.validate(global) }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        var accounts = try await AccountGraphs.load(
            session, facts, asked: nil, typed: self.reference,
            sources: { facts in
                facts.secrets.map(\.common.reference)
            })
        try accounts.require(reference)
        accounts = try accounts.only(reference)
        let atlas = accounts.atlas
        let rows = atlas.reach(reference, in: accounts.isAsked)
        if let format = picture.format {
            let root = atlas.graphs.first?.known(reference) ?? reference
            try session.print(text: format.picture(of: ConsumerTree(reach: root, rows.map(\.row))))
        } else {
            try session.print(rows, shape: PlacedConsumer.shape(accounts.places))
            if rows.isEmpty { session.tellNothing("\(reference) reaches nothing that can be seen") }
        }
        return accounts.tellGaps()
    }
}
