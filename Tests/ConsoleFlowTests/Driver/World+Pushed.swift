import ConsoleViewModels
import Inventory
import TerminalCanvas

/// What others push into the console: a plan that runs, an incident's timeline.
extension World {
    static let plan = Report(
        [
            Report.Section(
                "Rotate payments/db -> 3 functions",
                lines: [
                    step("1 snapshot", "done", .ok, "revs, versions, aliases, policies saved"),
                    step("2 rotate source", "done", .ok, "AWSCURRENT 9a31 -> c40e"),
                    Report.Line(
                        [.text("3 update functions"), .text("RUN", .running), .text("payments-api InProgress")],
                        link: .thing(.function(name: "payments-api"))),
                    step("4 retire old", "todo", .muted, "cannot be undone")
                ])
        ], remark: "step 3/4  02:41")

    static let timeline = Report(
        [
            Report.Section(
                "", heads: ["TIME", "SRC", "ACTOR", "EVENT"],
                lines: [
                    Report.Line([.text("13:52:03Z"), .text("human"), .text("m.ortega"), .text("opened: paste found")]),
                    Report.Line([.text("14:19:55Z"), .text("tool"), .text("m.ortega"), .text("ROTATE payments/db")])
                ])
        ], remark: "chain OK (31/31)")

    private static func step(_ name: String, _ state: String, _ role: StyleRole, _ words: String) -> Report.Line {
        Report.Line([.text(name), .text(state, role), .text(words, .muted)])
    }
}
