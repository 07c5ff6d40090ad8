import TerminalCanvas

/// The watch over the old credentials of the attached incident.
extension ConsoleModel {
    /// As the runbook has it.
    static let watchSeconds = 1800.0
    private static let longest = 86_400.0

    mutating func startWatch(seconds: Double) {
        guard incident != nil else { return refuse(.noTimeline) }
        watch = nil
        let words =
            "CloudTrail answers two calls a second: the first look takes a while, the next ones follow every half minute"
        visit(.report(.watch))
        pushed(
            .watch,
            Report(
                [Report.Section("", lines: [Report.Line([.text(words, .muted)], isProse: true)])], remark: "looking...")
        )
        order(.watch(seconds: seconds))
    }

    /// `inc watch`, `inc watch 45m`, `inc watch stop`; without a word it shows the one that runs.
    mutating func runWatch(_ argument: String) {
        switch argument {
        case "" where watch?.state == .watching: visit(.report(.watch))
        case "": startWatch(seconds: Self.watchSeconds)
        case "stop": order(.stopWatch)
        default:
            let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
            guard let unit = argument.last.flatMap({ units[$0] }), let number = Int(argument.dropLast()), number > 0,
                Double(number) * unit <= Self.longest
            else {
                message = Notice(.warning, "inc watch takes a span of at most 24h, such as 30m, or stop")
                return
            }
            startWatch(seconds: Double(number) * unit)
        }
    }

    mutating func watched(_ sheet: WatchSheet) {
        let before = watch?.uses.filter { !$0.isTry }.count ?? 0
        watch = sheet
        pushed(.watch, .watch(sheet, isShared: share.isOn))
        let uses = sheet.uses.filter { !$0.isTry }.count
        if uses > before {
            message = Notice(.warning, "an old credential is still in use: inc watch shows where")
        } else if sheet.state != .watching, screen != .report(.watch) {
            message = Notice(.information, "the watch has ended: \(sheet.state.rawValue)")
        }
    }
}
