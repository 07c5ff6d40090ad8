import Inventory
import StrictJSON

/// Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html): the rules that were asked,
/// a result each, accepted ones as suppressed. What has no file stands at an address of its own, since code scanning
/// wants one.
struct SARIFLog {
    private let report: FindingReport

    init(_ report: FindingReport) { self.report = report }

    var text: String {
        var json = JSONWriter()
        json.object { log in
            log.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            log.member("version", "2.1.0")
            log.key("runs")
            log.array { runs in
                runs.object { run in
                    run.key("tool")
                    run.object { tool in
                        tool.key("driver")
                        tool.object { driver(to: &$0) }
                    }
                    run.member("columnKind", "unicodeCodePoints")
                    run.key("results")
                    run.array { results in
                        for finding in report.open { result(finding, nil, to: &results) }
                        for one in report.accepted { result(one.finding, one.reason, to: &results) }
                    }
                }
            }
        }
        return SafeJSON.text(json) + "\n"
    }

    private func driver(to json: inout JSONWriter) {
        json.member("name", "curtain")
        json.member("semanticVersion", Version.text)
        json.key("rules")
        json.array { rules in
            for rule in FindingRule.allCases {
                rules.object { json in
                    json.member("id", rule.rawValue)
                    Self.text("shortDescription", rule.title, to: &json)
                    Self.text("fullDescription", rule.why, to: &json)
                    Self.text("help", rule.fix, to: &json)
                    json.key("defaultConfiguration")
                    json.object { $0.member("level", rule.severity.level) }
                    json.key("properties")
                    json.object { properties in
                        properties.member("security-severity", rule.severity.score)
                        properties.key("tags")
                        properties.array { $0.string("security") }
                    }
                }
            }
        }
    }

    private func result(_ finding: Finding, _ reason: String?, to json: inout JSONWriter) {
        json.object { result in
            result.member("ruleId", finding.rule.rawValue)
            result.member("ruleIndex", FindingRule.allCases.firstIndex(of: finding.rule))
            result.member("level", finding.severity.level)
            Self.text("message", "\(finding.title): \(finding.evidence). Fix: \(finding.fix)", to: &result)
            result.key("locations")
            result.array { locations in
                locations.object { location in
                    location.key("physicalLocation")
                    location.object { physical in
                        physical.key("artifactLocation")
                        physical.object { $0.member("uri", Self.address(of: finding)) }
                        physical.key("region")
                        physical.object { $0.member("startLine", 1) }
                    }
                    location.key("logicalLocations")
                    location.array { logical in
                        logical.object { place in
                            place.member("fullyQualifiedName", finding.reference?.text ?? finding.region)
                            place.member("kind", "resource")
                        }
                    }
                }
            }
            result.key("partialFingerprints")
            result.object { $0.member("curtainFinding/v1", finding.id) }
            guard let reason else { return }
            result.key("suppressions")
            result.array { suppressions in
                suppressions.object { json in
                    json.member("kind", "external")
                    json.member("justification", reason)
                }
            }
        }
    }

    /// `aws/ACCOUNT/REGION/REF`, percent-encoded.
    private static func address(of finding: Finding) -> String {
        let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let digits = Array("0123456789ABCDEF")
        let path = "aws/\(finding.account)/\(finding.region)/\(finding.reference?.text ?? finding.rule.rawValue)"
        return path.utf8.reduce(into: "") { text, byte in
            if allowed.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }

    private static func text(_ name: String, _ text: String, to json: inout JSONWriter) {
        json.key(name)
        json.object { $0.member("text", text) }
    }
}

extension Severity {
    /// SARIF knows three.
    fileprivate var level: String {
        switch self {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }

    /// For code scanning, which sorts by a number of 0 to 10 as text.
    fileprivate var score: String {
        switch self {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "2.5"
        }
    }
}
