import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

@Suite("who uses what, asked and drawn as a tree")
struct ConsumerFlowTests {
    private static let secret = Reference.secret(name: "payments/db")
    private static let topic = ReportTopic.usedBy(secret)

    private static var tree: ConsumerTree { ConsumerTree(usedBy: secret, World.consumers(of: secret)) }

    private func asked() -> Session {
        var session = Session()
        session.run("sec payments/db")
        session.answerLoads()
        _ = session.takeEffects()
        session.press("u")
        return session
    }

    @Test("u asks for what is selected, says so, and draws the answer with its evidence")
    func usedBy() {
        var session = asked()
        #expect(session.takeEffects().contains(.ask(Self.topic, again: false)))
        #expect(session.model.screen == .report(Self.topic))
        #expect(session.shows("asking AWS"))
        session.send(.answered(Self.topic, .consumers(Self.tree, gaps: [])))
        #expect(session.shows("What uses secret:payments/db"))
        #expect(session.shows("fn:payments-api"))
        #expect(session.shows("reference: its ARN is the value of DB_ARN, in $LATEST"))
        #expect(session.shows("policy: it hangs on aws:SourceVpc"))
        #expect(session.shows("1 and 1 that only may"))
        #expect(!session.shows("asking AWS"))
    }

    @Test("each line leads on: to a function, to the variable, and of a role to what it reaches")
    func follows() {
        var session = asked()
        session.send(.answered(Self.topic, .consumers(Self.tree, gaps: [])))
        session.press("j", .enter)
        #expect(session.model.screen == .detail(.function(name: "payments-api")))
        session.press(.escape, "G", "k", .enter)
        #expect(session.model.screen == .report(.reach(.role(name: "on-call"))))
        #expect(session.takeEffects().contains(.ask(.reach(.role(name: "on-call")), again: false)))
    }

    @Test("R asks again, and what was there stays until the answer; a failure is a line")
    func again() {
        var session = asked()
        session.send(.answered(Self.topic, .consumers(Self.tree, gaps: ["cannot list stacks"])))
        #expect(session.shows("cannot list stacks"))
        _ = session.takeEffects()
        session.press("R")
        #expect(session.takeEffects().contains(.ask(Self.topic, again: true)))
        #expect(session.shows("fn:payments-api"))
        session.send(
            .answered(
                Self.topic,
                .failed(Problem(.denied, "cannot list functions: denied", code: "AccessDenied", requestID: "r-1"))))
        #expect(session.shows("cannot list functions: denied"))
        #expect(session.shows("fn:payments-api"))
    }

    @Test("an answer to what nobody asked is dropped")
    func unasked() {
        var session = Session()
        let before = session.screen
        session.send(.answered(Self.topic, .consumers(Self.tree, gaps: [])))
        #expect(session.screen == before)
        #expect(session.model.report(Self.topic) == nil)
    }

    @Test("of a function, u shows what it reaches; the prompt takes any reference and says what is none")
    func prompt() {
        var session = Session()
        session.answerLoads()
        session.press("u")
        guard case .report(.reach(.function)) = session.model.screen else {
            Issue.record("not what a function reaches: \(session.model.screen)")
            return
        }
        session.run("usedby key:alias/one")
        #expect(session.model.screen == .report(.usedBy(.key(id: "alias/one"))))
        session.run("usedby nonsense")
        #expect(session.shows("not a reference"))
        session.run("drift")
        #expect(session.model.screen == .report(.drift))
    }

    @Test("drift says what mends it, and accesses are bars by hour and lines by reader")
    func others() {
        var session = Session()
        session.run("drift")
        let row = DriftRow(
            reference: .variable(function: "payments-api", name: "KEY"), source: Self.secret, holds: .older,
            rule: .resolvedBefore, since: nil, why: "put in long ago", fix: "curtain plan redeploy fn:payments-api")
        session.send(.answered(.drift, .drift([row], gaps: [])))
        #expect(session.shows("env:payments-api/KEY"))
        #expect(session.shows("fix: curtain plan redeploy fn:payments-api"))
        session.send(.answered(.drift, .drift([], gaps: [])))
        #expect(session.shows("holds what its source has"))
        session.run("access secret:payments/db")
        let time = Date(timeIntervalSince1970: 1_795_737_600)
        let event = AccessEvent(
            id: "1", time: time, actor: "arn:aws:iam::1:user/night", action: "GetSecretValue", service: "s",
            references: [Self.secret], version: nil, requestID: nil, sourceIP: nil, agent: nil, invokedBy: nil,
            errorCode: nil)
        let report = AccessReport(
            [event], concerning: Self.secret,
            in: AccessInterval(start: time.addingTimeInterval(-3600), end: time.addingTimeInterval(3600)),
            knownSince: nil)
        session.send(.answered(.access(Self.secret), .access(report, gaps: [])))
        #expect(session.shows("user/night") && !session.shows("arn:aws:iam::1:"))
        #expect(session.shows("BY HOUR (UTC)") && session.shows("the last 2 hours"))
        #expect(session.shows("who is new and which hour is unusual"))
        session.press("j", .enter)
        #expect(session.model.screen == .report(.reach(.user(name: "night"))))
    }

    @Test("what is new or unusual is marked in words, and then it is not said that it cannot be told")
    func marks() {
        var session = Session(columns: 120, rows: 40)
        session.run("access secret:payments/db")
        let time = Date(timeIntervalSince1970: 1_795_737_600)
        func event(_ id: String, _ user: String, _ time: Date) -> AccessEvent {
            AccessEvent(
                id: id, time: time, actor: "arn:aws:iam::1:user/\(user)", action: "GetSecretValue", service: "s",
                references: [Self.secret], version: nil, requestID: nil, sourceIP: nil, agent: nil, invokedBy: nil,
                errorCode: nil)
        }
        let habits = (0..<24).map { event("\($0)", "day", time.addingTimeInterval(Double(-3 - $0) * 43_200)) }
        let report = AccessReport(
            habits + [event("new", "night", time.addingTimeInterval(-6 * 3600))], concerning: Self.secret,
            in: AccessInterval(start: time.addingTimeInterval(-86_400), end: time),
            knownSince: time.addingTimeInterval(-14 * 86_400))
        session.send(.answered(.access(Self.secret), .access(report, gaps: [])))
        #expect(session.shows("new reader, unusual hour") && session.shows("the last 24 hours"))
        #expect(!session.shows("NOT TOLD"))
    }

    @Test("the last day is shown while the days before are still read, and nothing is said of habits until then")
    func early() {
        var session = Session(columns: 120, rows: 40)
        session.run("access secret:payments/db")
        let report = World.accesses(of: Self.secret)
        session.send(.answered(.access(Self.secret), .access(report, gaps: [], isWhole: false)))
        #expect(session.shows("reading the days before...") && session.shows("BY READER"))
        #expect(!session.shows("who is new and which hour is unusual"))
        session.send(.answered(.access(Self.secret), .access(report, gaps: [])))
        #expect(session.shows("BY READER") && !session.shows("reading the days before"))
    }

    @Test("a role or user that is pasted is shown by what it reaches; a variable that is not there is said")
    func unlisted() {
        var session = Session()
        session.run("arn:aws:iam::482112349907:role/payments-api-exec")
        #expect(session.model.screen == .report(.reach(.role(name: "payments-api-exec"))))
        session.run("accesskey:AKIAIOSFODNN7EXAMPLE")
        #expect(session.shows("curtain incident triage") && session.shows("accesskey:AKIAIOSFODNN7EXAMPLE tells"))
        session.run("env:payments-api/NOPE")
        session.answerLoads()
        #expect(session.shows("fn:payments-api has no variable NOPE"))
    }

    @Test("u on a variable that names a secret asks about the secret; on one that holds a value, about the variable")
    func variable() {
        var session = Session()
        session.run("env:payments-api/DB_SECRET_ARN")
        session.answerLoads()
        session.press("u")
        #expect(session.model.screen == .report(.usedBy(Self.secret)))
        session.run("env:payments-api/DB_PASSWORD")
        session.answerLoads()
        session.press("u")
        let value = Reference.variable(function: "payments-api", name: "DB_PASSWORD")
        #expect(session.model.screen == .report(.usedBy(value)))
    }

    @Test("beside an answer the detail of its first line is asked for, without a move of the cursor")
    func besideAnswer() {
        var session = Session(columns: 120, rows: 40)
        session.run("usedby secret:payments/db")
        session.wait(1)
        _ = session.takeEffects()
        session.send(.answered(Self.topic, .consumers(Self.tree, gaps: [])))
        session.wait(0.5)
        let asked = session.takeEffects().contains { effect in
            if case .loadDetail(Self.secret, _) = effect { true } else { false }
        }
        #expect(asked)
    }

    @Test("a command that takes nothing says so instead of dropping what was typed")
    func nothingAfter() {
        var session = Session()
        session.run("cost secret:payments/db")
        #expect(session.shows("cost takes nothing after it"))
        #expect(session.model.screen == .list(.function))
    }
}
