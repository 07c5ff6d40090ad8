import ArgumentParser
import Inventory
import Operations

/// What a person says of all values of a set, and of single ones.
struct EradicateOptions: ParsableArguments {
    @Flag(exclusivity: .exclusive)
    var transition: TransitionFlag?

    @Option(
        name: .customLong("overlap-of"),
        help: ArgumentHelp("This one's old and new value work side by side; may be given again.", valueName: "ref"))
    var overlapOf: [String] = []

    @Option(
        name: .customLong("cutover-of"),
        help: ArgumentHelp("This one's old value dies with the new one; may be given again.", valueName: "ref"))
    var cutoverOf: [String] = []

    @Option(
        name: .customLong("given"),
        help: ArgumentHelp("This one's new value is typed when its turn comes; may be given again.", valueName: "ref"))
    var given: [String] = []

    @Option(
        name: .customLong("like-of"),
        help: ArgumentHelp("This one is generated after a pattern; may be given again.", valueName: "ref=pattern"))
    var likeOf: [String] = []

    @Option(
        name: .customLong("hook-of"),
        help: ArgumentHelp(
            "The command that changes this one's other side (docs/hooks.md); may be given again.",
            valueName: "ref=command"))
    var hookOf: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Why values are read to find their copies; for the audit trail.", valueName: "text"))
    var note: String?

    @Flag(
        name: .customLong("clear-pending"),
        help: "Keep other people's pending versions under a label and put them aside.")
    var clearPending = false

    @Option(
        name: .customLong("leave-out"),
        help: ArgumentHelp("Leave this function as it is; may be given several times.", valueName: "function"))
    var leaveOut: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Make this function start anew although only a permission says that it reads a value.",
            valueName: "function"))
    var include: [String] = []

    @Flag(
        name: .customLong("write-over-stacks"),
        help: "Write variables that a stack has set; its next deployment puts the old value back.")
    var writeOverStacks = false

    @Flag(
        name: .customLong("deploy-stacks"),
        help: "Update stacks that resolve a value into variables, each by a change set that touches nothing else.")
    var deployStacks = false

    /// - Parameter transition: asks the person where no option says it for all.
    func choices(recipe: ValueRecipe, transition ask: () -> Transition?) throws -> PlanSetChoices {
        let single = !overlapOf.isEmpty || !cutoverOf.isEmpty
        var choices = PlanSetChoices(
            transition: transition?.transition ?? (single ? nil : ask()), recipe: recipe)
        for text in overlapOf { choices.transitions[try Reference(parsing: text)] = .overlap }
        for text in cutoverOf { choices.transitions[try Reference(parsing: text)] = .cutover }
        for text in given { choices.recipes[try Reference(parsing: text)] = .given }
        for text in likeOf {
            let (reference, pattern) = try Self.pair(text, "--like-of")
            do throws(ValuePattern.Invalid) {
                choices.recipes[reference] = .generated(GeneratedValue(try ValuePattern(pattern)))
            } catch {
                throw UsageFailure("--like-of \(reference): \(error)")
            }
        }
        for text in hookOf {
            let (reference, command) = try Self.pair(text, "--hook-of")
            choices.hooks[reference] = command
        }
        return choices
    }

    func wishes(_ rollout: RolloutOptions) -> PlanSetWishes {
        PlanSetWishes(
            clearsPending: clearPending, excluded: Set(leaveOut), included: Set(include),
            writesOverStacks: writeOverStacks, deploysStacks: deployStacks, rollout: rollout.applied(to: Rollout()))
    }

    /// A `=` inside a name is percent-encoded by whoever has such a name.
    private static func pair(_ text: String, _ option: String) throws -> (Reference, String) {
        guard let place = text.firstIndex(of: "="), text.index(after: place) < text.endIndex else {
            throw UsageFailure("\(option) takes REF=…, not \(text)")
        }
        return (try Reference(parsing: String(text[..<place])), String(text[text.index(after: place)...]))
    }
}
