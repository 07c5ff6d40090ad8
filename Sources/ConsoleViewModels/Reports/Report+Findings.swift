import Inventory
import TerminalCanvas

/// What is wrong: by severity, each with what was seen and what mends it.
extension Report {
    static func findings(_ all: [Finding], from severity: Severity, gaps: [String]) -> Report {
        let wanted = all.filter { $0.severity >= severity }
        let choices = Severity.allCases.reversed().map { level in
            Line(
                [
                    .text(level.rawValue, level.role), .text("\(all.count { $0.severity == level })"),
                    .bar(all.count { $0.severity == level }, of: max(1, all.count), level.role),
                    .text(level == severity ? "and worse is shown" : "", .muted)
                ], link: .report(.findings(level)))
        }
        let groups = Severity.allCases.reversed().map { level in
            Section(
                level.rawValue, lines: wanted.filter { $0.severity == level }.flatMap { lines(of: $0) })
        }
        let counted = all.isEmpty ? "" : "\(wanted.count) of \(all.count)"
        return Report(
            (all.isEmpty ? [] : [Section("", lines: choices)]) + groups.filter { !$0.lines.isEmpty } + unseen(gaps),
            remark: counted)
    }

    private static func lines(of finding: Finding) -> [Line] {
        let link = finding.reference?.destination
        var lines = [
            Line(
                [
                    .text(finding.reference?.text ?? "region \(finding.region)", .link),
                    .text(finding.title, finding.severity.role)
                ], link: link, isProse: true),
            Line([.text(finding.evidence, .muted)], depth: 1, link: link, isProse: true)
        ]
        if finding.fix != finding.plan?.command {
            lines.append(
                Line([.text("fix:", .title), .text(finding.fix)], depth: 1, link: finding.remedy ?? link, isProse: true)
            )
        }
        if let plan = finding.plan {
            let cost = plan.monthlyBefore.map { before in
                "  \(Dollars.text(before)) a month before, \(Dollars.text(plan.monthlyAfter ?? before)) after"
            }
            lines.append(
                Line(
                    [.text("plan:", .title), .text(plan.command), .text(cost ?? "", .muted)], depth: 1,
                    link: plan.work.map { .follow($0) } ?? link, isProse: true))
        }
        return lines
    }
}

extension Finding {
    /// Where a plan mends it: enter on its fix begins one.
    fileprivate var remedy: Destination? {
        guard let reference else { return nil }
        switch rule {
        case .noRotation, .rotationOverdue, .oldLiteral: return reference.namesValue ? .rotate(reference) : nil
        case .plainSecret: return .report(.stores(reference))
        case .sharedSecret, .templateSecret, .plainParameter, .pendingVersion, .keyNotRotated, .unusedSecret,
            .expiringParameter, .disabledKeyInUse, .deletedInUse, .replicaBehind, .unreadableEnvironment,
            .environmentFull, .valueFull, .versionsFull, .regionFull, .administrator, .wildcardReader,
            .variableReader, .thirdPartyReader, .defaultKey, .extensionLayer:
            return nil
        }
    }
}

extension Reference {
    /// Things have a detail; of roles, users and stacks it is what they reach.
    fileprivate var destination: Destination {
        switch self {
        case .function, .variable, .parameter, .secret, .key, .alias, .functionURL: .thing(self)
        case .role, .user, .stack: .report(.reach(self))
        case .accessKey, .eventSourceMapping: .thing(self)
        }
    }
}

extension Severity {
    var role: StyleRole {
        switch self {
        case .critical: .irreversible
        case .high: .danger
        case .medium: .stale
        case .low: .muted
        }
    }
}
