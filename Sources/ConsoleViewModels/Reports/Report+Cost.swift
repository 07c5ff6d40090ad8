import Inventory
import TerminalCanvas

/// What the stores cost a month, what could be saved, which limits are near.
extension Report {
    static func cost(_ cost: CostReport, gaps: [String]) -> Report {
        let bill = cost.lines.map { line in
            Line([
                .text(line.store.title), .text(line.item), .text("\(line.quantity)"),
                .text(Dollars.text(line.price), .muted),
                .text(Dollars.text(line.month)), .text(line.note ?? "", .muted)
            ])
        }
        let savings = cost.savings.flatMap { saving -> [Line] in
            let head = Line(
                [.text(Dollars.text(saving.month), .ok), .text("\(saving.act): \(saving.references.count)")],
                isProse: true)
            let things = saving.references.prefix(5).map { reference in
                Line([.text(reference.text, .link)], depth: 1, link: .thing(reference), isProse: true)
            }
            return [head, Line([.text(saving.condition, .muted)], depth: 1, isProse: true)] + things
        }
        let limits = cost.limits.map { use in
            Line(
                [
                    .text(use.limit.name),
                    .text(use.reference?.text ?? "region", use.reference == nil ? .muted : .link),
                    .text("\(use.used)"), .text("\(use.limit.count)", .muted),
                    .bar(min(use.used, use.limit.count), of: use.limit.count, use.isNear ? .danger : .ok),
                    .text("\(Int((use.share * 100).rounded()))%", use.isNear ? .danger : .text)
                ], link: use.reference.map { .thing($0) })
        }
        return Report(
            [
                Section(
                    "A month", heads: ["STORE", "ITEM", "QUANTITY", "EACH", "A MONTH", ""], lines: bill),
                Section("Could be saved", lines: savings),
                Section("Limits", heads: ["LIMIT", "OF", "USED", "ALLOWED", "SHARE", ""], lines: limits),
                Section("Not in the sum", lines: cost.notCounted.map { Line([.text($0, .muted)], isProse: true) })
            ].filter { !$0.lines.isEmpty } + unseen(gaps),
            remark: "\(Dollars.text(cost.month)) a month, prices as of \(cost.asOf)")
    }
}

/// US dollars as they are shown.
enum Dollars {
    /// `$4.10`; below a cent four places.
    static func text(_ amount: Double) -> String {
        let places = amount != 0 && amount < 0.01 ? 10_000 : 100
        let units = Int((amount * Double(places)).rounded())
        let rest = String(units % places)
        let zeros = String(repeating: "0", count: String(places).count - 1 - rest.count)
        return "$\(units / places).\(zeros)\(rest)"
    }
}
