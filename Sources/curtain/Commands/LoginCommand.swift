import AWSClient
import ArgumentParser
import FoundationEssentials

/// `curtain login`
struct LoginCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Sign in to IAM Identity Center: confirm a code on a page.",
        discussion: """
            Shows a code and the page on which to confirm it, on any machine, and waits. The token then lies where \
            `aws sso login` puts it, so that every AWS tool is signed in. A profile that takes its role from \
            another one signs in by that one.
            """)

    @Option(
        name: .customLong("sso-session"),
        help: ArgumentHelp("Sign in by this section of the AWS configuration, not by the profile.", valueName: "name"))
    var session: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let login = SSOLogin(try session.sourceContext())
        let signIn = try await login.signIn(session: self.session) { invitation in
            for line in Self.lines(of: invitation) { StandardError.line(line) }
        }
        let end = Date(timeIntervalSince1970: signIn.expires)
        if session.format() == .table {
            try session.print(lines: ["signed in by \(signIn.name) until \(Timestamp.text(end))"])
        } else {
            try session.print(
                fields: [
                    Field("name", .text(signIn.name)), Field("startUrl", .text(signIn.startURL)),
                    Field("expires", .time(end))
                ], name: signIn.name)
        }
        return .done
    }

    private static func lines(of invitation: SSOLogin.Invitation) -> [String] {
        [
            "Open this page in a browser, on this machine or another:", "", "    " + invitation.completeURL, "",
            "and confirm the code \(invitation.userCode), if it is the one that the page shows.",
            "Without the code in the address: \(invitation.url)",
            "It counts until \(Timestamp.text(Date(timeIntervalSince1970: invitation.expires))). Waiting …"
        ]
    }
}
