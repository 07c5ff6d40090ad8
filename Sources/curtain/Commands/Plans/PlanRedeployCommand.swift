import ArgumentParser
import Inventory
import Operations

/// `curtain plan redeploy FN…`
struct PlanRedeployCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redeploy",
        abstract: "Plan to make functions start anew, so that they read their secrets once more.",
        discussion:
            "No stored value changes. What a stack has resolved into variables stays as it is without --deploy-stacks. Exit code 1: none of the functions can be redeployed; the line says why."
    )

    @Argument(help: ArgumentHelp("The functions: fn:NAME or NAME.", valueName: "fn"))
    var functions: [String]

    @Flag(
        name: .customLong("deploy-stacks"),
        help:
            "Update stacks that resolve values into the functions' variables, each by a change set that touches nothing else."
    )
    var deployStacks = false

    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        var names: [String] = []
        for text in functions {
            guard text.contains(":") else {
                names.append(text)
                continue
            }
            guard case .function(let name, nil) = try Reference(parsing: text) else {
                throw UsageFailure("\(text) is no function without a version; name fn:NAME")
            }
            names.append(name)
        }
        let (asked, rollout, deploys) = (names, rollout.applied(to: Rollout()), deployStacks)
        let plan = try await PlanMaking(session).make(about: .function(name: names[0]), note: nil) {
            planner async throws(OperationFailure) in
            try await planner.redeploy(asked, rollout: rollout, deploysStacks: deploys)

        }
        try session.print(plan: plan)
        return .done
    }
}
