import ArgumentParser
import Inventory
import Operations

/// `curtain plan move REF… --to STORE`
struct PlanMoveCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Plan a value's way to another store, and its readers' with it.",
        discussion: """
            The new place, the right to read it, the reference in the functions' variables; then the plan waits until the \
            code reads the new place (curtain resume PLAN --done), looks whether anybody still reads the old one, and \
            removes it once its name was typed. curtain plan code PLAN shows what the code must do. See docs/move.md.
            """)

    @Argument(
        help: ArgumentHelp(
            "What is moved: param:NAME, secret:NAME, env:FUNCTION/KEY; several variables of one function become one JSON secret.",
            valueName: "ref"))
    var references: [String]

    @Option(help: ArgumentHelp("Where to: parameter, secret, kms, environment.", valueName: "store"))
    var to: Store

    @Option(help: ArgumentHelp("The new parameter's or secret's name.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp("The KMS key: alias/NAME, an id or an ARN, with or without key:.", valueName: "key"))
    var key: String?

    @Option(help: ArgumentHelp("The new parameter's tier: Standard, Advanced, Intelligent-Tiering.", valueName: "tier"))
    var tier: String?

    @Option(
        help: ArgumentHelp(
            "The variable that names the new place or holds the value; NAME=/field for a field, several times.",
            valueName: "name"))
    var variable: [String] = []

    @Option(help: ArgumentHelp("Who gives the role its right: apply (the plan), or hand-over (you).", valueName: "who"))
    var grant: Grant = .apply

    @Option(
        name: .customLong("leave-out"),
        help: ArgumentHelp("Leave this function as it is; may be given several times.", valueName: "function"))
    var leaveOut: [String] = []

    @Flag(
        name: .customLong("write-over-stacks"),
        help: "Write variables of functions that belong to a stack; its next deployment takes them away.")
    var writeOverStacks = false

    @OptionGroup(title: "Rollout") var rollout: RolloutOptions
    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    enum Store: String, ExpressibleByArgument, CaseIterable {
        case parameter, secret, kms, environment
    }

    enum Grant: String, ExpressibleByArgument, CaseIterable {
        case apply
        case handOver = "hand-over"
    }

    mutating func validate() throws {
        let tiers = ["Standard", "Advanced", "Intelligent-Tiering"]
        if let tier, !tiers.contains(tier) {
            throw ValidationError("--tier takes \(tiers.joined(separator: ", ")).")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let subjects = try references.map { try Reference(parsing: $0) }
        let destination: PlannedMove.Destination =
            switch to {
            case .parameter: .parameter
            case .secret: .secret
            case .kms: .kms
            case .environment: .environment
            }
        let request = MoveRequest(
            subjects, to: destination, name: name, key: key.map { $0.hasPrefix("key:") ? String($0.dropFirst(4)) : $0 },
            tier: tier, variables: variable.map(Self.variable), excluded: Set(leaveOut), appliesGrants: grant == .apply,
            writesOverStacks: writeOverStacks, rollout: rollout.applied(to: Rollout()))
        let plan = try await PlanMaking(session).move(request)
        try session.print(plan: plan)
        return .done
    }

    private static func variable(_ text: String) -> (name: String, pointer: String?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }
}
