import AWSClient
import AccountAccess
import ArgumentParser
import Watchers

/// `curtain share --check`
struct ShareCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Check, before presenting, what others would see.",
        discussion: """
            Looks for recorders and second viewers of this terminal and prints what stays visible in share mode, in the \
            words in which the audience would read it. Exit code 3 when somebody sees this terminal already. Share mode \
            itself is --share, CURTAIN_SHARE=1, safety.share, or S in the console.
            """)

    @Flag(name: .long, help: "Print what would be visible.")
    var check = false

    @Flag(name: .long, help: "Call nothing: leave out who we are.")
    var offline = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if !check { throw ValidationError("share takes --check.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let watchers = WatcherSearch().watchers()
        let report = PresenterReport(watchers: watchers, session: session, caller: await caller(session))
        try session.print(report.lines, shape: PresenterReport.Line.shape)
        return watchers.isEmpty ? .done : .finding
    }

    private func caller(_ session: Session) async -> Result<CallerIdentity, any Error>? {
        guard !offline else { return nil }
        do { return .success(try await CallerIdentity.load(session.client())) } catch { return .failure(error) }
    }
}
