import ArgumentParser
import FoundationEssentials
import Inventory
import Operations

/// `curtain incident eradicate [REF…]`
struct IncidentEradicateCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eradicate",
        abstract: "Plan a new value for everything that got out: one plan for the whole blast radius.",
        discussion: """
            The blast radius is reckoned from values that are named, from a leaked text (--match), from what a function, \
            role, user or access key can read, and from what was read in a time (--reads-since). Each value is rotated \
            by the plan that plan rotate makes, in the order in which they need each other; copies get the same new \
            value; the retirements stand at the end. Nothing is changed: curtain apply SET carries it out, resume goes \
            on, rollback takes it back, retire lets the old values go. Exit code 4: something in the radius is left to a \
            person, or could not be seen, and is said.
            """)

    @Argument(
        help: ArgumentHelp(
            "Where it begins: secret:NAME, secret:NAME#/field, param:NAME, env:FUNCTION/KEY, fn:NAME, role:NAME, "
                + "user:NAME, accesskey:ID.", valueName: "ref"))
    var references: [String] = []

    @Flag(name: .long, help: "Ask for the leaked text, or read it from standard input; it is wiped.")
    var match = false

    @Option(
        name: .customLong("reads-since"),
        help: ArgumentHelp("Everything that was read since then (2h, 7d) as CloudTrail tells.", valueName: "span"))
    var readsSince: TimeSpan?

    @Option(
        name: .customLong("reads-until"),
        help: ArgumentHelp("Only what was read before: 2026-11-24T08:55:00Z.", valueName: "time"))
    var readsUntil: String?

    @Option(
        name: .customLong("reads-by"),
        help: ArgumentHelp("Only what this one has read: role:NAME, user:NAME.", valueName: "ref"))
    var readsBy: String?

    @Flag(name: .customLong("even-possible"), help: "Also what is only possibly within reach.")
    var evenPossible = false

    @OptionGroup(title: "Every value") var options: EradicateOptions
    @OptionGroup(title: "Consumers") var consumers: ConsumerOptions
    @OptionGroup(title: "Generated values") var generated: GenerateOptions
    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        guard match || readsSince != nil || !references.isEmpty else {
            throw ValidationError("Say where it begins: a reference, --match or --reads-since.")
        }
        if readsSince == nil, readsUntil != nil || readsBy != nil {
            throw ValidationError("--reads-until and --reads-by go with --reads-since.")
        }
        if let readsUntil, TimelineTime.date(readsUntil) == nil {
            throw ValidationError("--reads-until takes a time like 2026-11-24T08:55:00Z, not \(readsUntil).")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let references = try references.map { try Reference(parsing: $0) }
        for reference in references where reference.namesValue { try reference.requireValue() }
        let making = PlanSetMaking(session: session)
        let choices = try options.choices(
            recipe: generated.value.map { .generated($0) } ?? .given, transition: { TransitionFlag.ask(session) })
        try ValueSession(session).check("compare values", note: options.note ?? "", references: [])
        let leak = match ? try await LeakedInput.read("the leaked text (not shown, wiped afterwards): ", session) : nil
        defer { leak?.wipe() }
        let (set, isWhole) = try await making.make(
            PlanSetMaking.Asked(
                references: references, leak: leak,
                readsSince: readsSince.map { Date().addingTimeInterval(-$0.seconds) },
                readsUntil: readsUntil.flatMap(TimelineTime.date),
                readsBy: try readsBy.map { try Reference(parsing: $0) },
                takesPossible: evenPossible, choices: choices, wishes: consumers.wishes(rollout),
                note: options.note ?? ""
            ))
        try session.print(set: set)
        return isWhole ? .done : .stoppedHalfway
    }
}
