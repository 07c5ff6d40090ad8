import Inventory
import TerminalCanvas

/// The watch over old credentials. It never says that all is clean, only which event CloudTrail has told last.
extension Report {
    static func watch(_ sheet: WatchSheet, isShared: Bool) -> Report {
        let hidden = "(hidden in share mode)"
        let subjects = sheet.subjects.map {
            Line([
                .text(isShared ? hidden : $0.reference, .link), .text("since \(WallTime($0.since).toSecond)", .muted)
            ])
        }
        let regions = sheet.regions.map { region in
            Line([
                .text(region.name),
                region.newest.map { .text("last event seen at \(WallTime($0).toSecond)") }
                    ?? .text("none seen", .muted),
                .text(
                    region.newest.map { $0 >= sheet.end } == true ? "told to the end" : "tells on",
                    region.newest.map { $0 >= sheet.end } == true ? .ok : .muted)
            ])
        }
        let uses = sheet.uses.map { use in
            Line([
                .text(WallTime(use.time).toSecond, .muted),
                .text(use.isTry ? "try" : "USE", use.isTry ? .stale : .danger),
                .text(isShared ? hidden : use.actor), .text(isShared ? hidden : use.words)
            ])
        }
        let pulses = sheet.pulses.map { pulse in
            let (errors, throttles) = (pulse.errors.reduce(0, +), pulse.throttles.reduce(0, +))
            return Line(
                [
                    .text(isShared ? hidden : pulse.function, .link),
                    .counts(pulse.errors, errors > 0 ? .danger : .ok), .text("\(errors)"),
                    .counts(pulse.throttles, throttles > 0 ? .stale : .ok), .text("\(throttles)")
                ], link: isShared ? nil : .thing(.function(name: pulse.function)))
        }
        let doing =
            sheet.state == .watching
            ? [Line([.text("Stop watching", .keyHint)], link: .incident(.stopWatch), isProse: true)]
            : [Line([.text("Watch again", .keyHint)], link: .incident(.watch), isProse: true)]
        let none =
            "no use seen; CloudTrail tells late, so this says nothing about what is newer than the events above"
        return Report(
            [
                Section("", lines: [head(sheet)] + doing), Section("Old credentials", lines: subjects),
                Section("CloudTrail", lines: regions),
                Section(
                    "Uses and tries",
                    lines: uses.isEmpty ? [Line([.text(none, .muted)], isProse: true)] : uses),
                Section(
                    "Errors and throttles of touched functions, a cell a minute",
                    heads: pulses.isEmpty ? [] : ["FUNCTION", "ERRORS", "", "THROTTLES", ""], lines: pulses),
                Section(
                    "Not seen",
                    lines: sheet.problems.map { Line([.text($0, .failed)], isProse: true) })
            ].filter { !$0.lines.isEmpty },
            remark: "looked \(WallTime(sheet.looked).toSecond)")
    }

    private static func head(_ sheet: WatchSheet) -> Line {
        let words: (String, StyleRole) =
            switch sheet.state {
            case .watching: ("watching until \(WallTime(sheet.end).toSecond) of CloudTrail's event time", .ok)
            case .used: ("still in use: contain again, then watch again", .danger)
            case .over: ("over: if all works on the new ones, note it with the moment recovered", .ok)
            case .late: ("CloudTrail has not told to the end within a quarter of an hour: watch again", .stale)
            case .incomplete: ("over, but something could not be seen", .stale)
            case .stopped: ("stopped", .muted)
            }
        return Line([.text(words.0, words.1)], isProse: true)
    }
}
