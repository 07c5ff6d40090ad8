import ForeignText
import Inventory

/// Findings as JUnit's XML: a test case for each rule that nothing breaks, a failure for each finding, accepted ones
/// skipped with their reason.
struct JUnitReport {
    private let report: FindingReport

    init(_ report: FindingReport) { self.report = report }

    var text: String {
        let broken = Set(report.open.map(\.rule) + report.accepted.map(\.finding.rule))
        let kept = FindingRule.allCases.filter { !broken.contains($0) }
        let count = kept.count + report.open.count + report.accepted.count
        let counts =
            "tests=\"\(count)\" failures=\"\(report.open.count)\" errors=\"0\" skipped=\"\(report.accepted.count)\""
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"curtain\" \(counts)>",
            "  <testsuite name=\"curtain check\" \(counts)>"
        ]
        for rule in kept {
            lines.append("    <testcase classname=\"\(rule.rawValue)\" name=\"\(Self.escaped(rule.title))\"/>")
        }
        for finding in report.open {
            lines += [
                Self.opening(finding),
                "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(Self.escaped(finding.evidence))\">"
                    + Self.escaped("\(finding.title)\nwhy: \(finding.why)\nfix: \(finding.fix)\nid: \(finding.id)")
                    + "</failure>", "    </testcase>"
            ]
        }
        for one in report.accepted {
            lines += [
                Self.opening(one.finding), "      <skipped message=\"\(Self.escaped("accepted: \(one.reason)"))\"/>",
                "    </testcase>"
            ]
        }
        return (lines + ["  </testsuite>", "</testsuites>", ""]).joined(separator: "\n")
    }

    private static func opening(_ finding: Finding) -> String {
        "    <testcase classname=\"\(finding.rule.rawValue)\" "
            + "name=\"\(escaped(finding.reference?.text ?? finding.region))\">"
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            ForeignText.visible(String(line)).reduce(into: "") { result, character in
                switch character {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "\"": result += "&quot;"
                default: result.append(character)
                }
            }
        }.joined(separator: "\n")
    }
}
