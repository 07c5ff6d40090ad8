import FoundationEssentials
import Inventory
import TerminalCanvas

/// Who uses what, as a tree: the thing, who uses it, and below each the evidence.
extension Report {
    static func consumers(_ tree: ConsumerTree, gaps: [String]) -> Report {
        var lines = [Line([.text(tree.root.text, .title)], link: .thing(tree.root))]
        for branch in tree.branches { add(branch, depth: 1, direction: tree.direction, to: &lines) }
        let rows = tree.branches.compactMap(\.row)
        let only = rows.count { $0.isOnlyAllowed }
        let counted = rows.isEmpty ? "" : "\(rows.count - only) and \(only) that only may"
        return Report([Section("", lines: rows.isEmpty ? [] : lines)] + unseen(gaps), remark: counted)
    }

    private static func add(
        _ branch: ConsumerTree.Branch, depth: Int, direction: ConsumerTree.Direction, to lines: inout [Line]
    ) {
        guard let row = branch.row else { return }
        lines.append(
            Line(
                [
                    .text(branch.reference.text, .link), .text(row.certainty.rawValue, row.certainty.role),
                    .text(row.kinds.map(\.rawValue).joined(separator: " "), .muted)
                ], depth: depth, link: branch.reference.destination(direction), isProse: true))
        for evidence in row.evidence {
            let kind = Cell.text(evidence.kind.rawValue + ":", evidence.certainty.role)
            lines.append(
                Line(
                    [kind, .text(evidence.detail, .muted)], depth: depth + 1,
                    link: evidence.via?.destination(direction),
                    isProse: true))
        }
        for inner in branch.branches { add(inner, depth: depth + 1, direction: direction, to: &lines) }
    }

    /// Functions on an older value, with what mends each below it.
    static func drift(_ rows: [DriftRow], gaps: [String]) -> Report {
        let lines = rows.flatMap { row -> [Line] in
            let until = row.until.map { "until \($0.formatted(.iso8601))" } ?? ""
            return [
                Line(
                    [
                        .text(row.reference.text, .link), .text(row.rule.title.lowercased(), .drift),
                        .text(row.source.text, .link), .text(until, .stale)
                    ], link: .thing(row.reference), isProse: true),
                Line([.text(row.why, .muted)], depth: 1, link: .thing(row.source), isProse: true),
                Line(
                    [.text("fix:", .title), .text(row.fix)], depth: 1,
                    link: row.plan.flatMap(\.work).map(Destination.follow), isProse: true)
            ]
        }
        let remark = rows.isEmpty ? "" : "enter on a fix begins it"
        return Report([Section("", lines: lines)] + unseen(gaps), remark: remark)
    }

    /// Who read: by hour as bars, then by reader.
    static func access(_ report: AccessReport, gaps: [String], isWhole: Bool) -> Report {
        let hours = Int((report.span.end.timeIntervalSince(report.span.start) / 3600).rounded())
        let remark = "the last \(hours) hours" + (isWhole ? "" : "; reading the days before...")
        guard !report.rows.isEmpty else { return Report(unseen(gaps), remark: remark) }
        let plot = report.hours
        let most = plot.map(\.count).max() ?? 1
        let bars = plot.filter { $0.count > 0 }.map { hour in
            Line([
                .text(String(hour.start.formatted(.iso8601).dropFirst(5).prefix(8)) + ":00", .muted),
                .bar(hour.count, of: most, hour.isUnusual ? .danger : .ok), .text("\(hour.count)"),
                .text(hour.isUnusual ? "new reader or unusual hour" : "", .stale)
            ])
        }
        let names = report.readers.map { AmazonResourceName($0.actor) }
        let isOneAccount = Set(names.compactMap { $0?.account }).count <= 1
        let readers = zip(report.readers, names).map { reader, name in
            // What all of them begin with tells nothing, and takes the room of what tells them apart.
            let account = isOneAccount ? "" : name.map { "\($0.account) " } ?? ""
            return Line(
                [
                    .text(name.map { account + $0.resource } ?? reader.actor),
                    .text("\(reader.count - reader.refused)"), .text("\(reader.refused)", .muted),
                    .text(reader.last.formatted(.iso8601), .muted),
                    .text(reader.marks.map(\.words).joined(separator: ", "), .danger)
                ], link: name.flatMap(Reference.init(reader:)).map { .report(.reach($0)) })
        }
        return Report(
            [
                Section("By hour (UTC)", lines: bars),
                Section("By reader", heads: ["reader", "reads", "refused", "last", ""], lines: readers)
            ] + (isWhole && report.baselineSince == nil ? [Section("Not told", lines: [unknownHabits])] : [])
                + unseen(gaps),
            remark: remark)
    }

    private static let unknownHabits = Line(
        [.text("who is new and which hour is unusual: too little is known of the days before; R reads on", .stale)],
        isProse: true)

    static func unseen(_ gaps: [String]) -> [Section] {
        gaps.isEmpty ? [] : [Section("Not seen", lines: gaps.map { Line([.text($0, .stale)]) })]
    }
}

extension AccessReport.Mark {
    fileprivate var words: String {
        switch self {
        case .newReader: "new reader"
        case .unusualHour: "unusual hour"
        case .refused: "refused"
        case .own: "you"
        }
    }
}

extension Reference {
    /// The role or user whose rights a reader has; nil for a service or an account.
    fileprivate init?(reader name: AmazonResourceName) {
        guard let reference = Reference(name) else { return nil }
        switch reference {
        case .role, .user: self = reference
        case .function, .variable, .parameter, .secret, .key, .accessKey, .alias, .eventSourceMapping, .functionURL,
            .stack:
            return nil
        }
    }
}

extension Certainty {
    fileprivate var role: StyleRole {
        switch self {
        case .sure: .ok
        case .likely: .text
        case .possible: .muted
        }
    }
}

extension Reference {
    /// Where enter leads: things have a detail; of roles, users and stacks the tree goes on.
    fileprivate func destination(_ direction: ConsumerTree.Direction) -> Destination {
        switch self {
        case .function, .variable, .parameter, .secret, .key, .alias, .functionURL: .thing(self)
        case .role, .user, .stack, .accessKey, .eventSourceMapping: .report(.reach(self))
        }
    }
}
