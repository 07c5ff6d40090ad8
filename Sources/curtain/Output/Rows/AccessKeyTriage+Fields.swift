import FoundationEssentials
import Operations

extension AccessKeyTriage {
    var fields: [Field] {
        [
            Field("ref", .text("accesskey:" + id.text)), Field("kind", .text(id.kind.rawValue)),
            Field("account", FieldValue(account)), Field("ownAccount", FieldValue(isOwnAccount)),
            Field("ownSession", .flag(isOwnSession)), Field("user", FieldValue(user)),
            Field("status", FieldValue(status)), Field("created", FieldValue(created)),
            Field(
                "lastUsed",
                .object([
                    Field("time", FieldValue(lastUsed)), Field("service", FieldValue(lastService)),
                    Field("region", FieldValue(lastRegion))
                ])), Field("quarantine", FieldValue(quarantine)), Field("policies", FieldValue(policies)),
            Field("otherKeys", FieldValue(otherKeys)),
            Field(
                "uses",
                .list(
                    uses.map { use in
                        .object([
                            Field("time", .time(use.time)), Field("action", .text(use.name)),
                            Field("actor", FieldValue(use.actor)), Field("sourceIP", FieldValue(use.sourceIP)),
                            Field("region", .text(use.region)), Field("errorCode", FieldValue(use.errorCode))
                        ])
                    })),
            Field(
                "cloudTrail",
                trails.map { trails in
                    .list(
                        trails.map {
                            .object([
                                Field("name", .text($0.name)), Field("logging", .flag($0.isLogging)),
                                Field("multiRegion", .flag($0.isMultiRegion))
                            ])
                        })
                } ?? .null), Field("guardDuty", FieldValue(guardDuty)), Field("findings", FieldValue(findings)),
            Field("next", FieldValue(next)), Field("problems", FieldValue(problems))
        ]
    }

    /// The same for a person.
    var lines: [String] {
        var lines = ["access key  \(id.text), \(id.kind.rawValue)"]
        if isOwnSession { lines.append("            you work with it yourself") }
        lines.append(
            "account     \(account ?? "not known")" + (isOwnAccount.map { $0 ? ", yours" : ", not yours" } ?? ""))
        if let user { lines.append("user        \(user)") }
        if let status {
            lines.append("status      \(status)" + (created.map { ", since \(Timestamp.text($0))" } ?? ""))
        }
        lines.append(
            "last used   "
                + (lastUsed.map { used in
                    [Timestamp.text(used), lastService, lastRegion].compactMap(\.self).joined(separator: "  ")
                } ?? "not known"))
        lines.append("quarantine  \(quarantine.isEmpty ? "no policy of AWS's" : quarantine.joined(separator: ", "))")
        if !policies.isEmpty { lines.append("policies    \(policies.joined(separator: ", "))") }
        if !otherKeys.isEmpty { lines.append("other keys  \(otherKeys.joined(separator: ", "))") }
        lines += uses.prefix(10).map { use in
            "seen        "
                + [Timestamp.text(use.time), use.name, use.sourceIP, use.region, use.errorCode].compactMap(\.self)
                .joined(separator: "  ")
        }
        if uses.count > 10 { lines.append("            and \(uses.count - 10) more (-o json)") }
        if let trails {
            let words = trails.map { "\($0.name) \($0.isLogging ? "logs" : "DOES NOT LOG")" }.joined(separator: ", ")
            lines.append("CloudTrail  " + (trails.isEmpty ? "no trail; 90 days of events all the same" : words))
        }
        if let guardDuty { lines.append("GuardDuty   \(guardDuty)") }
        lines += findings.map { "finding     \($0)" }
        lines += problems.map { "not told    \($0)" }
        return lines + next.map { "next        \($0)" }
    }

    /// One line for the timeline.
    var summary: String {
        [
            id.kind.rawValue, user.map { "user \($0)" }, status, created.map { "since \(Timestamp.text($0))" },
            lastUsed.map { "last used \(Timestamp.text($0))" },
            quarantine.isEmpty ? nil : "quarantined by AWS", isOwnSession ? "one's own" : nil
        ].compactMap(\.self).joined(separator: ", ")
    }
}
