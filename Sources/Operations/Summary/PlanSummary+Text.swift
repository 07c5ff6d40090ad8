import FoundationEssentials
import Inventory

extension PlanSummary {
    /// The summary as lines for a person.
    public var lines: [String] {
        func section(_ title: String, _ lines: [String]) -> [String] {
            lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
        }
        var lines = facts.map { "\($0.0)\(String(repeating: " ", count: max(1, 9 - $0.0.count)))\($0.1)" }
        lines += section("Changed", changes.map(Self.words))
        lines += section("May still hold the old value", holders.map(Self.words))
        lines += section("Not at its end", problems.map { "\($0.step)  \($0.result.rawValue): \($0.words)" })
        lines += section("Cannot be undone", plan.cannotUndo)
        return lines
    }

    /// The summary as Markdown, for a ticket or a page. What AWS and people said is made harmless.
    public var markdown: String {
        func section(_ title: String, _ text: String) -> String { "\n## \(title)\n\n" + text }
        func list(_ items: [String]) -> String { items.map { "- \(MarkdownText.clean($0))\n" }.joined() }
        var text = "# \(plan.id): \(MarkdownText.clean(Self.title(plan)))\n\n"
        text += MarkdownText.table(["", ""], facts.map { [$0.0, $0.1] })
        text += section(
            "Changed",
            changes.isEmpty
                ? "Nothing.\n"
                : MarkdownText.table(
                    ["time", "step", "result", "version", "request ids"],
                    changes.map { change in
                        [
                            Self.time(change.ended ?? change.began),
                            (change.direction == .back ? "undo " : "") + change.step.text,
                            [change.result?.rawValue ?? "not known", change.words].compactMap(\.self)
                                .joined(separator: ": "), change.version ?? "-",
                            change.requestIDs.isEmpty ? "-" : change.requestIDs.joined(separator: ", ")
                        ]
                    }))
        text += section(
            "Who may still hold the old value",
            holders.isEmpty
                ? "Nobody.\n"
                : MarkdownText.table(
                    ["what", "until", "how"],
                    holders.map { [$0.reference.text, $0.until.map(Self.time) ?? "-", $0.words] }))
        if !problems.isEmpty {
            text += section("Not at its end", list(problems.map { "\($0.step): \($0.result.rawValue): \($0.words)" }))
        }
        if !plan.cannotUndo.isEmpty { text += section("Cannot be undone", list(plan.cannotUndo)) }
        return text
    }

    private var facts: [(String, String)] {
        var facts = [
            ("plan", plan.id.text), ("what", Self.title(plan)), ("state", state.rawValue), ("account", plan.account),
            ("region", plan.region), ("made", Self.time(plan.created))
        ]
        if let began { facts.append(("began", Self.time(began))) }
        if let ended { facts.append(("ended", Self.time(ended))) }
        if let transition = plan.transition { facts.append(("values", transition.rawValue)) }
        return facts
    }

    private static func title(_ plan: Plan) -> String { "\(plan.work.rawValue) \(plan.subject)" }

    private static func words(_ change: Change) -> String {
        let step = (change.direction == .back ? "undo " : "") + change.step.text
        let parts = [
            time(change.ended ?? change.began), step, change.result?.rawValue ?? "not known",
            change.version.map { "version \($0)" }, change.words,
            change.requestIDs.isEmpty ? nil : "request \(change.requestIDs.joined(separator: " "))"
        ]
        return parts.compactMap(\.self).joined(separator: "  ")
    }

    private static func words(_ holder: Holder) -> String {
        let until = holder.until.map { "until \(time($0))" }
        return [holder.reference.text, until, holder.words].compactMap(\.self).joined(separator: "  ")
    }

    private static func time(_ time: Date) -> String { time.formatted(Date.ISO8601FormatStyle()) }
}
