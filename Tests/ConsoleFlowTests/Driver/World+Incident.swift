import ConsoleViewModels
import Inventory

/// An incident as it is read from its timeline.
extension World {
    static let incident = IncidentSheet(
        id: "INC-2041", title: "Stripe key in a paste", severity: "P2", isOpen: true, opened: 1_795_528_000,
        lines: [
            line("n-3fa2b1", 1_795_528_000, .human, "opened", "incident opened Stripe key in a paste P2", nil),
            line(
                "n-88c102", 1_795_528_300, .tool, "reveal.shown", "reveal.shown env:payments-api/STRIPE_KEY",
                .variable(function: "payments-api", name: "STRIPE_KEY")),
            line("n-0a11e9", 1_795_528_400, .human, "decision", "DECISION rotate now (by m.ortega)", nil),
            line(
                "n-71ff00", 1_795_528_500, .tool, "contain.done", "contain.done stop-invocations fn:payments-api",
                .function(name: "payments-api"))
        ],
        todos: [IncidentSheet.Todo(id: "n-5512aa", text: "tell the provider", owner: "j.kim")],
        contained: [
            IncidentSheet.Contained(
                id: "c-7f3a", action: "stop-invocations", reference: "fn:payments-api", state: "done",
                canBeUndone: true, undo: "payments-api has no reserved concurrency any more")
        ], chains: 1)

    static let incidents = [
        IncidentEntry(
            id: "INC-2041", title: "Stripe key in a paste", severity: "P2", isOpen: true, opened: 1_795_528_000,
            lines: 4, todos: 1),
        IncidentEntry(
            id: "INC-1990", title: "Old laptop", severity: "P4", isOpen: false, opened: 1_790_000_000, lines: 12,
            todos: 0)
    ]

    static func containment(_ word: ContainmentWord, _ reference: Reference) -> ContainmentSheet {
        ContainmentSheet(
            word: word, reference: reference, name: reference.shortName,
            effect: "\(reference.shortName) is not run any more: every invocation is refused with 429",
            also: ["every version and alias of it"], undo: "it has no reserved concurrency any more",
            commands: ["aws lambda put-function-concurrency --reserved-concurrent-executions 0"])
    }

    private static func line(
        _ id: String, _ time: Double, _ source: IncidentSheet.Source, _ action: String, _ words: String,
        _ about: Reference?
    ) -> IncidentSheet.Line {
        IncidentSheet.Line(
            id: id, time: time, isEstimated: false, source: source, actor: "m.ortega", action: action, words: words,
            about: about)
    }
}
