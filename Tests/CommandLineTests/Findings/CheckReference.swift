import Inventory

/// docs/check.md: what is written by hand, and the table of findings from the rules.
enum CheckReference {
    static let opening = "<!-- findings: generated; CURTAIN_WRITE_DOCS=1 swift test --filter CheckReference -->"
    static let closing = "<!-- end of findings -->"

    /// The part between the two marks.
    static var findings: String {
        var page = ""
        for severity in Severity.allCases.reversed() {
            for rule in FindingRule.allCases where rule.severity == severity {
                page += "\n### \(rule.rawValue) (\(severity.rawValue))\n\n\(rule.title).\n\n"
                page += "- Why it matters: \(rule.why).\n- What to do: \(rule.fix).\n"
            }
        }
        return page
    }
}
