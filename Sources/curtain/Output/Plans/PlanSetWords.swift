import Inventory
import Operations

/// A set of plans in words, for a person to read before it is applied.
struct PlanSetWords {
    let lines: [String]

    /// What as many plans leave out for one reason is said once, behind them.
    private static let repeated = 3

    init(_ set: PlanSet) {
        let counts = set.members.flatMap { Set($0.reviewed.leftOut.map(Self.words)) }
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var lines = [
            "\(set.id)  eradicate  account \(set.account)  region \(set.region)"
                + (set.incident.map { "  incident \($0)" } ?? ""),
            "blast radius of: " + set.sources.joined(separator: "; "), ""
        ]
        for (place, member) in set.members.enumerated() {
            let plan = member.reviewed
            lines.append(
                "\(place + 1)  \(member.reference)  \(plan.work.rawValue), \(plan.transition?.rawValue ?? "its own way"), "
                    + "\(Self.value(member)); \(plan.steps.count) steps, \(plan.lanes.count) functions, "
                    + "\(Self.time(plan.estimate.seconds))")
            lines += member.why.prefix(3).map { "     because: \($0)" }
            if member.why.count > 3 { lines.append("     because: … \(member.why.count - 3) more") }
            if !member.after.isEmpty {
                lines.append("     behind: \(member.after.map(\.text).joined(separator: ", "))")
            }
            if let hook = plan.hook { lines.append("     hook: \(hook)") }
            lines += plan.leftOut.map(Self.words).filter { counts[$0, default: 0] < Self.repeated }
                .map { "     left out: \($0)" }
            lines += plan.warnings.map { "     mind: \($0)" }
        }
        lines.append(
            "\(set.members.count + 1)  retire all old values, by curtain retire \(set.id): this cannot be undone")
        lines += Self.section(
            "Left out of several",
            counts.filter { $0.value >= Self.repeated }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "of \($0.value): \($0.key)" })
        lines += Self.section("Not in this plan", set.leftOut.map { "\($0.reference)  \($0.why)" })
        lines += Self.section("Mind", set.warnings)
        lines += ["", Self.total(set)]
        self.lines = lines
    }

    private static func words(_ leftOut: PlanOmission) -> String { "\(leftOut.reference): \(leftOut.why)" }

    private static func value(_ member: PlanSetMember) -> String {
        if let original = member.copyOf { return "the same new value as \(original)" }
        return switch member.reviewed.recipe {
        case .generated(let value)?: "\(value.length) characters generated"
        case .given?: "its new value is given when its turn comes"
        case .byRotation?: "its rotation makes the value"
        case .unchanged?, .version?, nil: "no new value"
        }
    }

    private static func total(_ set: PlanSet) -> String {
        let plans = set.members.map(\.reviewed)
        let calls = plans.reduce(0) { $0 + $1.estimate.calls }
        let seconds = plans.reduce(0) { $0 + $1.estimate.seconds }
        let functions = Set(plans.flatMap { $0.lanes.map(\.function) }).count
        return
            "\(plans.count) values, \(functions) functions, about \(calls) calls, \(time(seconds)); each plan is made "
            + "anew when its turn comes and may then touch no more than is said here"
    }

    private static func time(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
    }
}
