import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas

/// Screens that AWS, the disk or this machine is asked for, and those between others.
extension FrameTests {
    static let answerNames = [
        "usedBy", "reach", "drift", "access", "json", "audit", "doctor", "asking", "refused", "resources", "context",
        "crumbs", "leaveShare", "copyNote", "command", "marked", "loading",
        "watch", "watchUsed", "set", "redeploy"
    ]

    /// False if there is no such screen.
    static func show(answer name: String, _ session: inout Session) -> Bool {
        let secret = Reference.secret(name: "payments/db")
        switch name {
        case "usedBy", "reach":
            session.run("\(name.lowercased()) \(name == "reach" ? "fn:payments-api" : "secret:payments/db")")
            let topic = name == "reach" ? ReportTopic.reach(.function(name: "payments-api")) : .usedBy(secret)
            let tree =
                name == "reach"
                ? ConsumerTree(reach: .function(name: "payments-api"), World.consumers(of: secret))
                : ConsumerTree(usedBy: secret, World.consumers(of: secret))
            session.send(.answered(topic, .consumers(tree, gaps: ["iam:GetRole was denied for pay-role"])))
        case "drift":
            session.run("drift")
            session.send(.answered(.drift, .drift([World.drifting(from: secret)], gaps: [])))
        case "access":
            session.run("access secret:payments/db")
            session.send(.answered(.access(secret), .access(World.accesses(of: secret), gaps: [])))
        case "json":
            session.press("y")
            session.send(
                .answered(
                    .json(.function(name: "catalogue-search")),
                    .report(
                        World.prose(
                            ["{", "  \"ref\": \"fn:catalogue-search\",", "  \"runtime\": \"python3.13\"", "}"],
                            remark: "values are not in it"))))
        case "audit":
            session.run("audit")
            session.send(.answered(.audit, .report(World.audited)))
        case "doctor":
            session.run("doctor")
            session.send(.answered(.doctor, .report(World.checkup)))
        case "asking":
            session.run("access secret:payments/db")
            for number in 1...3 { session.send(.callRecorded(World.call(number))) }
        case "refused":
            session.run("access secret:payments/db")
            session.send(
                .answered(
                    .access(secret),
                    .failed(
                        Problem(
                            .denied, "cannot look up CloudTrail: cloudtrail:LookupEvents: not authorized",
                            advice: "these credentials need cloudtrail:LookupEvents allowed",
                            code: "AccessDeniedException", requestID: "5d2e"))))
        case "watch", "watchUsed":
            session.send(.timelineChanged(World.incident))
            session.run("inc watch 45m")
            session.send(.watched(World.watch(name == "watch" ? .watching : .used, uses: name == "watchUsed")))
        case "set": session.run("set secret:payments/db")
        case "redeploy": session.run("redeploy payments-api")
        case "resources": session.press("1")
        case "context": session.press("2")
        case "crumbs":
            session.openPassword()
            session.press(.control("g"))
        case "leaveShare":
            session.press("S", "S")
            session.type("LEA")
        case "copyNote":
            session.openPassword()
            session.press("C")
            session.type("into the provider's form")
        case "command":
            session.press(":")
            session.type("ope")
        case "marked": session.press(" ", "j", " ", "j", "v")
        case "loading":
            session.press("R")
            session.takeEffects().forEach { effect in
                if case .load(let kind, let generation) = effect {
                    session.send(.rows(kind, generation: generation, Array(World.rows(of: kind).prefix(3))))
                }
            }
        default: return false
        }
        return true
    }
}
