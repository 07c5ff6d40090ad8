import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas

/// What AWS, the disk and this machine answer.
extension World {
    static func consumers(of secret: Reference) -> [ConsumerRow] {
        [
            ConsumerRow(
                reference: .function(name: "payments-api"),
                evidence: [
                    Evidence(
                        .allowed, "secretsmanager:GetSecretValue by runtime, statement 1",
                        via: .role(name: "pay-role")),
                    Evidence(
                        .variableARN, "its ARN is the value of DB_ARN, in $LATEST",
                        via: .variable(function: "payments-api", name: "DB_ARN"))
                ]),
            ConsumerRow(
                reference: .role(name: "on-call"), evidence: [Evidence(.undecided, "it hangs on aws:SourceVpc")])
        ]
    }

    static func drifting(from secret: Reference) -> DriftRow {
        DriftRow(
            reference: .variable(function: "payments-api", name: "KEY"), source: secret, holds: .older,
            rule: .resolvedBefore, since: nil, why: "put in long ago", fix: "curtain plan redeploy fn:payments-api",
            plan: .resolveAnew("payments-api"))
    }

    static func accesses(of secret: Reference) -> AccessReport {
        let time = Date(timeIntervalSince1970: 1_795_527_000)
        let events = ["night", "deploy", "deploy"].enumerated().map { index, user in
            AccessEvent(
                id: "\(index)", time: time.addingTimeInterval(Double(-5_000 * index)),
                actor: "arn:aws:iam::482112349907:user/\(user)", action: "GetSecretValue",
                service: "secretsmanager.amazonaws.com", references: [secret], version: nil, requestID: nil,
                sourceIP: "203.0.113.9", agent: nil, invokedBy: nil, errorCode: index == 2 ? "AccessDenied" : nil)
        }
        return AccessReport(
            events, concerning: secret,
            in: AccessInterval(start: time.addingTimeInterval(-84_600), end: time.addingTimeInterval(1_800)),
            knownSince: nil)
    }

    static func prose(_ lines: [String], remark: String) -> Report {
        Report([Report.Section("", lines: lines.map { Report.Line([.text($0)], isProse: true) })], remark: remark)
    }

    static var audited: Report {
        Report(
            [
                Report.Section(
                    "", heads: ["TIME", "EVENT", "OUTCOME", "REF"],
                    lines: [
                        ("14:01:52Z", "reveal.requested", "pending", "env:payments-api/DB_PASSWORD"),
                        ("14:01:53Z", "reveal.shown", "done", "env:payments-api/DB_PASSWORD"),
                        ("14:02:10Z", "reveal.masked", "moved", "env:payments-api/DB_PASSWORD")
                    ].map { Report.Line([.text($0.0, .muted), .text($0.1, .audit), .text($0.2), .text($0.3)]) })
            ], remark: "chain OK")
    }

    static var checkup: Report {
        Report([
            Report.Section(
                "", heads: ["STATE", "SUBJECT", "FINDING", "ADVICE"],
                lines: [
                    Report.Line([.text("ok", .ok), .text("coreLimit"), .text("0"), .text("", .muted)]),
                    Report.Line([
                        .text("warn", .stale), .text("swap"), .text("2 GB of swap are in use"),
                        .text("encrypt it, or swapoff -a", .muted)
                    ]),
                    Report.Line([
                        .text("fail", .failed), .text("auditTrail"), .text("the folder is not ours"),
                        .text("chown it", .muted)
                    ])
                ])
        ])
    }

    static func call(_ number: Int) -> CallLine {
        CallLine(
            started: 1_795_528_900 + Double(number), operation: "cloudtrail:LookupEvents", target: "payments/db",
            requestID: "5d2e-\(number)", status: 200, code: "", milliseconds: 96.4, attempts: 1)
    }
}
