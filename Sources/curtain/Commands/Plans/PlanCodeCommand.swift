import ArgumentParser
import Operations

/// `curtain plan code PLAN`
struct PlanCodeCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Show how code reads the new place of a move, and its grant for a template.",
        discussion:
            "Without an option: the languages of the functions, by Powertools and by the SDK, and the grant as JSON.")

    static let callsAWS = false

    @OptionGroup var plan: PlanArgument

    @Option(help: ArgumentHelp("python, node, java, go, dotnet; may be given several times.", valueName: "language"))
    var language: [Language] = []

    @Option(help: ArgumentHelp("The grant as json, sam, cdk or terraform, and nothing else.", valueName: "form"))
    var grant: Form?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case python, node, java, go, dotnet
    }

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case json, sam, cdk, terraform
    }

    func run(in session: Session) async throws -> ExitStatus {
        let store = try PlanRunning(session).store
        let known = try store.plan(plan.resolve(in: store)).plan
        guard let guide = MoveGuide(known) else {
            throw UsageFailure("\(known.id) moves nothing: only a move has code to change")
        }
        if let grant {
            let form: MoveGuide.GrantForm =
                switch grant {
                case .json: .json
                case .sam: .sam
                case .cdk: .cdk
                case .terraform: .terraform
                }
            let lines = guide.grants(form)
            try session.print(lines: lines.isEmpty ? ["No grant is needed: the value is in a variable."] : lines)
            return .done
        }
        let asked = language.compactMap { CodeLanguage(rawValue: $0.rawValue) }
        var lines: [String] = []
        for language in asked.isEmpty ? guide.languages : asked {
            lines += ["--- \(language.rawValue)"] + guide.code(language) + [""]
        }
        if asked.isEmpty { lines += ["--- grant"] + guide.grants(.json) }
        try session.print(lines: lines)
        return .done
    }
}
