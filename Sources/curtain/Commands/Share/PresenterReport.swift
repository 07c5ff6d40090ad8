import AccountAccess
import Operations
import Settings
import Watchers

/// What an audience would see, a line a thing.
struct PresenterReport {
    enum Visibility: String, Sendable { case visible, shortened, hidden }

    /// One thing, whether it is visible in share mode, and how it would read.
    struct Line: Sendable {
        let what: String
        let visibility: Visibility
        let reads: String

        static let shape = RowShape<Line>(
            fieldNames: ["what", "visibility", "reads"],
            fields: {
                [
                    Field("what", .text($0.what)), Field("visibility", .text($0.visibility.rawValue)),
                    Field("reads", .text($0.reads))
                ]
            },
            columns: [
                Column("WHAT") { $0.what }, Column("IN SHARE MODE") { $0.visibility.rawValue },
                Column("READS") { $0.reads }
            ],
            name: \.what)
    }

    let lines: [Line]

    /// - Parameter caller: who we are, or why that is not known.
    init(watchers: [Watcher], session: Session, caller: Result<CallerIdentity, any Error>?) {
        let (account, arn) = Self.identity(caller)
        var lines = [
            Line(what: "others", visibility: .visible, reads: watchers.words ?? "nobody else sees this terminal"),
            Line(what: "share mode", visibility: .visible, reads: Self.mode(watchers, session)),
            Line(
                what: "values", visibility: .hidden,
                reads: "••••••••, and none can be revealed, copied, compared or exported"),
            Line(what: "sizes", visibility: .hidden, reads: ""),
            Line(what: "account", visibility: .shortened, reads: account),
            Line(what: "identity", visibility: .shortened, reads: arn),
            Line(what: "notes", visibility: .shortened, reads: "their first letters"),
            Line(what: "incident", visibility: .hidden, reads: "hidden"),
            Line(what: "profile", visibility: .visible, reads: session.profile ?? "none"),
            Line(
                what: "names", visibility: .visible,
                reads: "functions, variables, parameters, secrets, keys, tags, descriptions, ages, states"),
            Line(what: "title", visibility: .visible, reads: "curtain")
        ]
        // Whatever is in the environment, one careless command shows it.
        for name in ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] where session.environment[name] != nil {
            lines.append(
                Line(what: "environment", visibility: .visible, reads: "\(name) is set: `env` in this shell shows it"))
        }
        self.lines = lines
    }

    private static func identity(_ caller: Result<CallerIdentity, any Error>?) -> (account: String, arn: String) {
        switch caller {
        case nil: return ("not asked for", "not asked for")
        case .success(let caller): return (SharedText.of(caller.account), SharedText.of(caller.arn))
        case .failure(let error):
            let line = SharedText.of(FailureReport(error).line ?? "not known")
            return (line, line)
        }
    }

    private static func mode(_ watchers: [Watcher], _ session: Session) -> String {
        if session.mode.share { return "on from the start (\(session.settings.origin(of: .share).words))" }
        return watchers.isEmpty
            ? "off: start the console with --share, or press S" : "comes on by itself when the console starts"
    }
}
