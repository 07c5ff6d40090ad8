import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("JSON, exports, other accounts, the mouse")
struct ElsewhereFlowTests {
    @Test("y asks for the thing as JSON and shows its lines")
    func json() {
        var session = Session(columns: 120, rows: 30)
        session.press("y")
        let function = Reference.function(name: "catalogue-search")
        #expect(session.takeEffects().contains(.ask(.json(function), again: false)))
        let report = Report([
            Report.Section("", lines: [Report.Line([.text("{")]), Report.Line([.text("  \"name\": 1")])])
        ])
        session.send(.answered(.json(function), .report(report)))
        #expect(session.shows("fn:catalogue-search as JSON") && session.shows("\"name\": 1"))
    }

    @Test("export takes the rows that are shown, or those that are marked, or a screen's lines")
    func export() throws {
        var session = Session()
        session.press("/")
        session.type("pay")
        session.press(.enter)
        session.press(.control("s"))
        session.type("/tmp/pay.jsonl")
        session.press(.enter)
        let shown = World.functions.filter { $0.common.name.contains("pay") }.count
        guard case .export(.rows(let rows), to: "/tmp/pay.jsonl")? = session.takeEffects().last else {
            Issue.record("no export")
            return
        }
        #expect(rows.count == shown)
        session.press(" ")
        session.run("export marked.jsonl")
        guard case .export(.rows(let marked), to: "marked.jsonl")? = session.takeEffects().last else {
            Issue.record("no export")
            return
        }
        #expect(marked.count == 1)
        session.send(.timelineChanged(World.incident))
        session.press("t")
        session.run("export timeline.txt")
        guard case .export(.lines(let lines), to: "timeline.txt")? = session.takeEffects().last else {
            Issue.record("no export")
            return
        }
        #expect(lines.contains { $0.contains("DECISION rotate now") })
        session.press("S")
        session.run("export timeline.txt")
        guard case .export(.lines(let shared), to: _)? = session.takeEffects().last else {
            Issue.record("no export")
            return
        }
        #expect(!shared.contains { $0.contains("rotate now") })
        session.run("export")
        #expect(session.shows("export into which file?"))
    }

    @Test("another profile or region begins the console again there, and not while a plan runs")
    func reopen() {
        var session = Session()
        session.run("region us-east-1")
        session.run("profile staging")
        session.run("@prod")
        #expect(
            session.takeEffects() == [
                .reopen(profile: nil, region: "us-east-1"), .reopen(profile: "staging", region: nil),
                .reopen(profile: "prod", region: nil)
            ])
        session.run("region")
        #expect(session.shows("profile prod-payments, region eu-west-1; name another one"))
        session.send(.planFollowed(World.follow))
        session.run("region us-east-1")
        #expect(session.shows("a plan is running") && session.takeEffects().isEmpty)
    }

    @Test(
        "a pasted ARN of another account or region opens what has its name here, and says so",
        arguments: [
            ("arn:aws:lambda:us-east-1:482112349907:function:payments-api", "is of region us-east-1"),
            ("arn:aws:lambda:eu-west-1:111111111111:function:payments-api", "is of account 111111111111"),
            (
                "arn:aws:lambda:us-east-1:111111111111:function:payments-api",
                "is of account 111111111111 and region us-east-1"
            )
        ])
    func strange(arn: String, words: String) {
        var session = Session(columns: 120, rows: 30)
        session.press(":")
        session.paste(arn)
        session.press(.enter)
        #expect(session.model.screen == .detail(.function(name: "payments-api")))
        #expect(session.shows(words))
        session.run("arn:aws:lambda:eu-west-1:482112349907:function:payments-api")
        #expect(!session.shows("that ARN is of"))
    }

    @Test("ctrl-e puts the key hints away, ctrl-g shows the way here")
    func hints() {
        var session = Session()
        let height = session.model.layout.height(of: .list)
        session.press(.control("e"))
        #expect(!session.shows("<:> command"))
        #expect(session.model.layout.height(of: .list) == height + 2)
        session.press(.control("e"))
        #expect(session.shows("<:> command"))
        session.press(.enter, .control("g"))
        #expect(session.shows("functions > fn:catalogue-search"))
    }

    @Test("a click selects the line under it, one more opens it, the wheel scrolls; nothing through a dialog")
    func mouse() {
        var session = Session(columns: 120, rows: 30)
        session.send(.clicked(row: 5, column: 10))
        #expect(session.model.list(.function).cursor == 2)
        #expect(session.model.screen == .list(.function))
        session.send(.clicked(row: 5, column: 10))
        #expect(session.model.screen.isDetail)
        session.send(.clicked(row: 1, column: 10))
        #expect(session.model.screen == .list(.function))
        session.send(.scrolled(3))
        #expect(session.model.list(.function).cursor == 4)
        session.press("?")
        session.send(.clicked(row: 3, column: 10))
        session.send(.scrolled(-3))
        session.press(.escape)
        #expect(session.model.list(.function).cursor == 4)
    }

    @Test("while the cursor moves the detail stays, and follows once it rests")
    func passing() {
        var session = Session(columns: 120, rows: 30)
        session.wait(0.4)
        session.answerLoads()
        #expect(session.shows("5 catalogue-search"))
        session.press("j")
        #expect(session.model.detailInView == .function(name: "paygate-settle"))
        #expect(session.shows("5 catalogue-search"))
        session.wait(0.05)
        session.press("j")
        session.wait(0.05)
        #expect(session.shows("5 catalogue-search"))
        session.wait(0.05)
        #expect(session.shows("5 payments-api"))
        session.press("j", .enter)
        #expect(session.shows("5 payments-webhook"))
    }

    @Test("whoever waits for an answer sees that calls are made")
    func counted() {
        var session = Session(columns: 120, rows: 30)
        session.run("check")
        for number in 0..<7 {
            session.send(
                .callRecorded(
                    CallLine(
                        started: 1_795_528_900, operation: "iam:GetRole", target: "role\(number)", requestID: "r",
                        status: 200, code: "", milliseconds: 12, attempts: 1)))
        }
        #expect(session.shows("asking AWS... 7 calls"))
        session.run("redeploy payments-api")
        session.press(.tab, .enter)
        session.send(
            .callRecorded(
                CallLine(
                    started: 1_795_528_900, operation: "lambda:GetFunction", target: "a", requestID: "r", status: 200,
                    code: "", milliseconds: 12, attempts: 1)))
        #expect(session.buffer.text(row: 0).contains("planning 1 calls"))
    }
}
