import ArgumentParser
import Inventory
import Operations

/// `curtain plan rotate REF`
struct PlanRotateCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Plan a new value and everything that has to follow it.",
        discussion: """
            Says what changes and in which order, the waves, the checks, how each step is taken back and what cannot be. \
            With a note it also reads the value and finds its copies in variables, on record. Exit code 75: somebody \
            else's rotation is in the way.
            """)

    @Argument(
        help: ArgumentHelp(
            "What gets a new value: secret:NAME, secret:NAME#/field, param:NAME, env:FUNCTION/KEY; key:ID gets new material.",
            valueName: "ref"))
    var reference: String

    @Flag(exclusivity: .exclusive)
    var transition: TransitionFlag?

    @OptionGroup(title: "A generated value") var generated: GenerateOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The command that changes the other side; it is called with set, test, finish or undo (docs/hooks.md).",
            valueName: "command"))
    var hook: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Why the value is read to find copies of it; for the audit trail.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Consumers") var consumers: ConsumerOptions

    @Option(
        name: .customLong("to-key"),
        help: ArgumentHelp("Point key:alias/NAME to this key instead of rotating the one it names.", valueName: "key"))
    var toKey: String?

    @Flag(
        name: .customLong("re-encrypt"),
        help: "Encrypt ciphertexts under the key that stand in variables anew, behind its rotation or under --to-key.")
    var reEncrypt = false

    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let subject = try Reference(parsing: reference)
        let isKey = if case .key = subject { true } else { false }
        var request = RotationRequest(
            subject, transition: transition?.transition ?? (isKey ? nil : TransitionFlag.ask(session)), hook: hook,
            wishes: consumers.wishes(rollout))
        request.successorKey = toKey.map { $0.hasPrefix("key:") ? String($0.dropFirst(4)) : $0 }
        request.reEncrypts = reEncrypt
        if let value = generated.value { request.recipe = .generated(value) }
        let asked = request
        try asked.check()
        let plan = try await PlanMaking(session).make(about: subject, note: note) {
            planner async throws(OperationFailure) in try await planner.rotate(asked)
        }
        try session.print(plan: plan)
        return .done
    }
}
