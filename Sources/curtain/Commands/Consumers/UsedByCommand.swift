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
            standard error says what. Several regions: also what names the thing from another region, by its ARN.
            """)

    @Argument(
        help: ArgumentHelp(
            "The thing: secret:NAME, param:NAME, key:ID, env:FUNCTION/KEY, role:NAME.", valueName: "ref"))
    var reference: String

    static let places = PlaceScope.regionsAndProfiles

    @OptionGroup(title: "What is read") var facts: FactsOptions
    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws { try picture.validate(global) }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        let isOneOfSeveral = global.namesSeveralPlaces
        let accounts = try await AccountGraphs.load(
            session, facts, asked: reference, typed: self.reference,
            sources: { facts in
                // In a region that has no such thing there is nothing to read.
                [reference.ofRow ?? reference].filter { $0.namesValue && (facts.lists($0) || !isOneOfSeveral) }
            })
        try accounts.require(reference)
        let atlas = accounts.atlas
        let rows = atlas.usedBy(reference, in: accounts.isAsked)
        if let format = picture.format {
            let root = atlas.graphs.first?.known(reference) ?? reference
            try session.print(text: format.picture(of: ConsumerTree(usedBy: root, rows.map(\.row))))
        } else {
            try session.print(rows, shape: PlacedConsumer.shape(accounts.places))
            if rows.isEmpty { session.tellNothing("nothing that can be seen uses \(reference)") }
        }
        return accounts.tellGaps()
    }
}
