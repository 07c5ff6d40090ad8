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

    /// A `=` inside a name is percent-encoded by whoever has such a name.
    private static func pair(_ text: String, _ option: String) throws -> (Reference, String) {
        guard let place = text.firstIndex(of: "="), text.index(after: place) < text.endIndex else {
            throw UsageFailure("\(option) takes REF=…, not \(text)")
        }
        return (try Reference(parsing: String(text[..<place])), String(text[text.index(after: place)...]))
    }
}
