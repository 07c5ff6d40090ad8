import Operations

/// A retirement in words, for a person to read before it is begun.
struct RetirementWords {
    let lines: [String]

    init(_ retirement: Retirement) {
        func places(_ end: RetiredPlace.End) -> [String] {
            retirement.places.filter { $0.end == end }.map { "  \($0.reference)  \($0.words)" }
        }
        func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", title] + lines }
        let steps = retirement.steps.enumerated().map { place, step in
            "  \(place + 1)  \(step.action.rawValue)  \(step.call)"
        }
        var lines = ["\(retirement.plan)  retire the old value: this cannot be taken back"]
        lines += section("Still in use", places(.inUse))
        lines += section("Holds the old value and goes", places(.removed))
        lines += section("Holds it and stays", places(.stays))
        lines += section("Steps", steps.isEmpty ? ["  none: nothing is left that could be removed"] : steps)
        lines += section("Not looked at", retirement.gaps.map { "  \($0)" })
        self.lines = lines
    }
}
