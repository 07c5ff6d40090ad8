import ArgumentParser
import Inventory
import Operations

/// `curtain plan set REF`
struct PlanSetCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Plan a new value or other settings, something new, a deletion, or an older version's return.",
        discussion: """
            Without an option that says otherwise the value is new, and is given when the plan is applied: typed twice, \
            --value-stdin or --value-file. With settings only, the value stays as it is. Nothing that uses the value is \
            touched: that is curtain plan rotate. See docs/set.md.
            """)

    @Argument(
        help: ArgumentHelp(
            "What is set: secret:NAME, secret:NAME#/field, param:NAME, env:FUNCTION/KEY.", valueName: "ref"))
    var reference: String

    @Flag(help: "Make it; with #/field, add the field.")
    var create = false

    @Flag(help: "Delete it; with #/field, take the field away.")
    var delete = false

    @Option(
        name: .customLong("recovery-days"),
        help: ArgumentHelp("How long a deleted secret can be restored: 7 to 30.", valueName: "days"))
    var recoveryDays: Int?

    @Flag(help: "Call the deletion of a secret off.")
    var restore = false

    @Option(
        name: .customLong("from-version"),
        help: ArgumentHelp(
            "Write an older version's value as a new version: its id, number or label.", valueName: "version"))
    var fromVersion: String?

    @Flag(name: .customLong("new-value"), help: "Give a new value as well, where settings are named.")
    var newValue = false

    @OptionGroup(title: "A generated value") var generated: GenerateOptions
    @OptionGroup(title: "Settings") var settings: SettingOptions

    @Flag(name: .customLong("any-form"), help: "Write a value that is no JSON where the one before was.")
    var anyForm = false

    @Flag(
        name: .customLong("clear-pending"), help: "Keep someone else's pending version under a label and put it aside.")
    var clearPending = false

    @Flag(
        name: .customLong("write-over-stacks"),
        help: "Write a variable that a stack has set; its next deployment puts the old value back.")
    var writeOverStacks = false

    @OptionGroup(title: "Rollout (variables)") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if [create, delete, restore].count(where: \.self) > 1 {
            throw ValidationError("--create, --delete and --restore exclude each other.")
        }
        if [generated.generate != nil, fromVersion != nil].count(where: \.self) > 1 {
            throw ValidationError("--generate and --from-version exclude each other.")
        }
        if recoveryDays != nil, !delete { throw ValidationError("--recovery-days goes with --delete.") }
        if delete || restore, generated.generate != nil || fromVersion != nil || newValue {
            throw ValidationError("a value has no place where something is deleted or restored.")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let subject = try Reference(parsing: reference)
        try subject.requireValue()
        var request = SetRequest(subject, aim, clearsPending: clearPending, acceptsAnyForm: anyForm)
        try settings.apply(to: &request)
        request.recipe = recipe(request)
        let plan: Plan
        if case .variable = subject {
            let (asked, rollout) = (request, rollout.applied(to: Rollout()))
            plan = try await PlanMaking(session).make(about: subject, note: nil) {
                planner async throws(OperationFailure) in
                try await planner.setVariable(asked, writesOverStacks: writeOverStacks, rollout: rollout)
            }
        } else {
            plan = try await PlanMaking(session).set(request)
        }
        try session.print(plan: plan)
        return .done
    }

    private var aim: SetRequest.Aim {
        if create { return .create }
        if delete { return .delete(recoveryDays: recoveryDays ?? 30) }
        return restore ? .restore : .change
    }

    /// Settings alone leave the value as it is.
    private func recipe(_ request: SetRequest) -> ValueRecipe {
        if delete { return .unchanged }
        if let fromVersion { return .version(fromVersion) }
        if let value = generated.value { return .generated(value) }
        let onlySettings = request.settings != RequestedSettings() || request.changes != ParameterChanges()
        return onlySettings && !newValue && !create ? .unchanged : .given
    }
}
