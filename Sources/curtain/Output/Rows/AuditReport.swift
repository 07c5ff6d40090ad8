import AuditTrail
import ForeignText
import FoundationEssentials

/// The audit trail as a report for people, in Markdown.
struct AuditReport {
    /// One look at a value, from its request to its closing.
    private struct Look {
        let asked: AuditEntry
        var shown: AuditEntry?
        var ended: AuditEntry?
    }

    private let verification: VerificationReport
    private let filter: AuditFilter
    private let share: Bool
    private var looks: [Look] = []
    /// The looks that have no end yet, by session and reference.
    private var open: [String: Int] = [:]
    private var others: [AuditEntry] = []
    private var first: Date?
    private var last: Date?
    private var count = 0

    init(_ verification: VerificationReport, filter: AuditFilter, share: Bool) {
        self.verification = verification
        self.filter = filter
        self.share = share
    }

    mutating func add(_ entry: AuditEntry) {
        count += 1
        first = first ?? entry.time
        last = entry.time
        let family = entry.event.prefix { $0 != "." }
        guard ["reveal", "copy", "compare", "match"].contains(family) else {
            if family != "session" { others.append(entry) }
            return
        }
        let key = "\(entry.session ?? "") \(family) \(entry.reference ?? "")"
        if entry.event.hasSuffix(".requested") {
            open[key] = looks.count
            looks.append(Look(asked: entry))
        } else if let place = open[key] {
            if entry.event.hasSuffix(".shown") { looks[place].shown = entry } else { looks[place].ended = entry }
        } else {
            // Its request lies outside of what was asked for.
            looks.append(Look(asked: entry, ended: entry))
        }
    }

    /// The whole report.
    var text: String {
        var lines = ["# Audit report", ""]
        lines.append("- trail: \(verification.words)")
        lines.append("- records here: \(count)" + (chosen.map { ", chosen by \($0)" } ?? ""))
        if let first, let last { lines.append("- from \(Timestamp.text(first)) to \(Timestamp.text(last))") }
        lines += ["", "## Looks at values", ""]
        lines += table(
            ["when", "who", "what", "why", "outcome", "open for", "request"],
            looks.map { look in
                [
                    Timestamp.text(look.asked.time), look.asked.actorARN ?? look.asked.user ?? "-",
                    look.asked.reference ?? "-", note(look.asked), outcome(look), duration(look),
                    look.shown?.requestID ?? look.ended?.requestID ?? "-"
                ]
            })
        lines += ["", "## By person", ""]
        lines += table(["who", "looks", "refused or failed"], people)
        lines += ["", "## Everything else", ""]
        lines += table(
            ["when", "event", "outcome", "who", "what", "why"],
            others.map {
                [
                    Timestamp.text($0.time), $0.event, $0.outcome ?? "-", $0.actorARN ?? $0.user ?? "-",
                    $0.reference ?? "-",
                    note($0)
                ]
            })
        return lines.joined(separator: "\n") + "\n"
    }

    private var chosen: String? {
        var words: [String] = []
        if !filter.events.isEmpty { words.append("event " + filter.events.sorted().joined(separator: " ")) }
        if let reference = filter.reference { words.append(ForeignText.visible(reference)) }
        if let actor = filter.actor { words.append(ForeignText.visible(actor)) }
        if let incident = filter.incident { words.append("incident " + ForeignText.visible(incident)) }
        if let since = filter.since { words.append("since " + Timestamp.text(since)) }
        if let until = filter.until { words.append("until " + Timestamp.text(until)) }
        if let outcome = filter.outcome { words.append("outcome " + ForeignText.visible(outcome)) }
        if let session = filter.session { words.append("session " + ForeignText.visible(session)) }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private var people: [[String]] {
        var counts: [String: (looks: Int, refused: Int)] = [:]
        for look in looks {
            let who = look.asked.actorARN ?? look.asked.user ?? "-"
            counts[who, default: (0, 0)].looks += 1
            if isRefused(look) { counts[who, default: (0, 0)].refused += 1 }
        }
        return counts.sorted { ($1.value.looks, $0.key) < ($0.value.looks, $1.key) }
            .map { [$0.key, String($0.value.looks), String($0.value.refused)] }
    }

    private func isRefused(_ look: Look) -> Bool {
        look.ended.map { $0.event.hasSuffix(".denied") || $0.event.hasSuffix(".failed") } ?? false
    }

    private func outcome(_ look: Look) -> String {
        guard let ended = look.ended else { return look.shown == nil ? "no outcome: a crash" : "shown, no closing" }
        if isRefused(look) { return "\(ended.outcome ?? "failed"): \(ended.error ?? "")" }
        return look.shown == nil ? ended.outcome ?? "-" : "shown, closed: \(ended.outcome ?? "-")"
    }

    private func duration(_ look: Look) -> String {
        guard let shown = look.shown, let ended = look.ended, !isRefused(look) else { return "-" }
        return "\(Int(ended.time.timeIntervalSince(shown.time).rounded())) s"
    }

    private func note(_ entry: AuditEntry) -> String {
        guard let note = entry.note else { return entry.error ?? "" }
        return share && note.count > 8 ? note.prefix(6) + ".." : note
    }

    private func table(_ titles: [String], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return ["None."] }
        return [line(titles), line(titles.map { _ in "---" })] + rows.map(line)
    }

    /// What Markdown would obey is escaped, what a terminal would obey is named.
    private func line(_ cells: [String]) -> String {
        let cells = cells.map { cell in
            ForeignText.visible(cell).map { "\\`*_[]<>|".contains($0) ? "\\\($0)" : String($0) }.joined()
        }
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
