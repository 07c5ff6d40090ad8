import ArgumentParser
import Inventory
import StrictJSON

/// `curtain policy browse|respond|rotate`
struct PolicyCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Print the smallest IAM policy for a kind of work.",
        discussion: """
            browse: lists, details, who uses what, findings and costs, no value. respond: an incident, with reveal and \
            containment. rotate: new values, configurations, versions and aliases. The policy is made from the table of \
            what curtain calls; nothing is asked of AWS.
            """)

    static let callsAWS = false
    static let formats: Set<OutputFormat> = [.json, .table, .names]

    @Argument(help: "browse, respond or rotate.")
    var work: PermissionWork

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Values only of secrets and parameters whose names begin so; several are possible.", valueName: "prefix"))
    var prefix: [String] = []

    @Option(name: .long, help: ArgumentHelp("The account in the policy's ARNs.", valueName: "id"))
    var account = "*"

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func validate() throws {
        guard account == "*" || (account.count == 12 && account.allSatisfy { $0.isASCII && $0.isNumber }) else {
            throw ValidationError("--account takes twelve digits, not \(account).")
        }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let document = PermissionDocument(
            work, region: session.options.region ?? "*", account: account, prefixes: prefix)
        guard session.format(otherwise: .json) != .names else {
            try session.print(lines: document.statements.flatMap(\.actions))
            return .done
        }
        try session.print(text: Self.text(document))
        return .done
    }

    /// The document as people paste it: a member a line.
    private static func text(_ document: PermissionDocument) -> String {
        func list(_ texts: [String], _ indent: String) -> String {
            "[\n" + texts.map { "\(indent)  \(quoted($0))" }.joined(separator: ",\n") + "\n\(indent)]"
        }
        let statements = document.statements.map { statement in
            """
                {
                  "Sid": \(quoted(statement.sid)),
                  "Effect": "Allow",
                  "Action": \(list(statement.actions, "      ")),
                  "Resource": \(list(statement.resources, "      "))
                }
            """
        }
        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n" + statements.joined(separator: ",\n")
            + "\n  ]\n}\n"
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return SafeJSON.text(json)
    }
}

extension PermissionWork: ExpressibleByArgument {}
