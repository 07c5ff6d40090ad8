import ArgumentParser
import Operations

/// What a person says of those who read the values that get new ones.
struct ConsumerOptions: ParsableArguments {
    @Flag(
        name: .customLong("clear-pending"), help: "Keep someone else's pending version under a label and put it aside.")
    var clearPending = false

    @Option(
        name: .customLong("leave-out"),
        help: ArgumentHelp("Leave this function as it is; may be given several times.", valueName: "function"))
    var leaveOut: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Make this function start anew although only a permission says that it reads the value.",
            valueName: "function"))
    var include: [String] = []

    @Flag(
        name: .customLong("write-over-stacks"),
        help: "Write variables that a stack has set; its next deployment puts the old value back.")
    var writeOverStacks = false

    @Flag(
        name: .customLong("deploy-stacks"),
        help: "Update stacks that resolve the value into variables, each by a change set that touches nothing else.")
    var deployStacks = false

    func wishes(_ rollout: RolloutOptions) -> RotationWishes {
        RotationWishes(
            clearsPending: clearPending, excluded: Set(leaveOut), included: Set(include),
            writesOverStacks: writeOverStacks, deploysStacks: deployStacks, rollout: rollout.applied(to: Rollout()))
    }
}
