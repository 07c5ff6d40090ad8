import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("reports: what the lists tell when they are asked a question")
struct ReportFlowTests {
    @Test("pulses ask for all lists, count as they come, and lead to what they count")
    func pulses() {
        var session = Session()
        session.press("3")
        #expect(
            session.takeEffects() == [
                .load(.parameter, generation: 1), .load(.secret, generation: 1), .load(.key, generation: 1)
            ])
        #expect(session.shows("literal"))
        #expect(!session.shows("overdue"))
        session.send(.rows(.secret, generation: 1, World.rows(of: .secret)))
        session.send(.listFinished(.secret, generation: 1))
        #expect(session.shows("overdue"))
        session.press("G", .enter)
        #expect(session.shows("secrets with a pending version") || session.shows("Secrets with a pending version"))
        #expect(session.shows("payments/db"))
        #expect(!session.shows("payments/stripe"))
        session.press(.enter)
        #expect(session.model.screen == .detail(.secret(name: "payments/db")))
        session.press(.escape, .escape)
        #expect(session.model.screen == .report(.pulses))
    }

    @Test("beside other panes the pulses count without asking for anything")
    func panel() {
        var session = Session(columns: 200, rows: 50)
        #expect(session.shows("3 Pulses"))
        #expect(session.shows("literal    ##... 2"))
        #expect(session.takeEffects().isEmpty)
        session.send(
            .callRecorded(
                CallLine(
                    started: 0, operation: "lambda:GetFunction", target: nil, requestID: "", status: 429,
                    code: "TooManyRequestsException", milliseconds: 3, attempts: 3)))
        #expect(session.shows("throttled"))
    }

    @Test(":stale finds what is old and holds a secret, the oldest first")
    func stale() {
        var session = Session()
        session.run("stale 30")
        session.answerLoads()
        #expect(session.shows("Unchanged for 30 days or more"))
        let screen = session.screen
        #expect(screen.contains("payments-api") && screen.contains("/pay/fx/token"))
        #expect(!screen.contains("/dev/flag") && !screen.contains("payments-webhook"))
        session.run("stale soon")
        #expect(session.shows("a whole number"))
    }

    @Test(":dups names every place of a value and none of the value")
    func duplicates() {
        var session = Session()
        session.run("dups")
        #expect(session.shows("VALUE 1, IN 2 PLACES"))
        session.press("j", .enter)
        session.answerLoads()
        #expect(session.shows("> OLD_STRIPE"))
    }

    @Test(":xray follows a function to its secrets and their keys")
    func connections() {
        var session = Session()
        session.run("xray payments-api")
        session.answerLoads()
        for words in ["role:payments-api-exec", "secret:payments/db", "AWSPENDING", "c40e", "key:alias/payments"] {
            #expect(session.shows(words), "\(words)")
        }
        session.press("/")
        session.type("fx_token")
        session.press(.enter, .enter)
        session.answerLoads()
        #expect(session.shows("Parameters > /pay/fx/token"))
        session.run("xray secret:payments/db")
        #expect(session.model.screen == .report(.usedBy(.secret(name: "payments/db"))))
        session.run("xray nope")
        #expect(session.shows("there is no fn:nope among the functions"))
        session.run("xray secret:")
        #expect(session.shows("name is missing"))
    }

    @Test("a plan and a timeline have panels while they have something in them")
    func pushed() {
        var session = Session(columns: 200, rows: 50)
        session.press("6")
        #expect(session.shows("no plan is running"))
        #expect(!session.shows("6 Plan"))
        session.send(.pushed(.plan, World.plan))
        #expect(session.shows("6 Plan"))
        #expect(session.shows("step 3/4  02:41"))
        session.send(.pushed(.timeline, World.timeline))
        #expect(session.shows("7 Timeline"))
        session.press("6", "j", "j", .enter)
        session.answerLoads()
        #expect(session.model.screen == .detail(.function(name: "payments-api")))
        session.press("6")
        session.send(.pushed(.plan, nil))
        #expect(session.model.screen == .list(.function))
        #expect(!session.shows("6 Plan"))
    }

    @Test("what somebody pushes cannot act on the terminal")
    func hostile() {
        var session = Session()
        session.send(.pushed(.plan, Report([Report.Section("", lines: [Report.Line([.text("a\u{1B}[2Jb")])])])))
        session.press("6")
        #expect(session.shows("a<U+001B>[2Jb"))
    }

    @Test("the lines of an old answer do not come back, and the cursor stays on its line")
    func cursor() {
        var session = Session()
        session.send(.pushed(.timeline, World.timeline))
        session.press("7", "j")
        #expect(session.shows("> 14:19:55Z"))
        session.send(
            .pushed(
                .timeline,
                Report([
                    Report.Section(
                        "", heads: World.timeline.sections[0].heads,
                        lines: [Report.Line([.text("12:00:00Z")])] + World.timeline.sections[0].lines)
                ])))
        #expect(session.shows("> 14:19:55Z"))
        #expect(session.shows("12:00:00Z"))
    }

    @Test("a long list is surveyed elsewhere, and the survey of an older load is dropped")
    func longSurvey() throws {
        var session = Session(columns: 200, rows: 50, filled: false)
        let rows = (0..<5_000).map {
            ResourceRow.function(
                World.function("fn-\($0)", days: 1, variables: [World.variable("KEY", .long, .literal)]))
        }
        session.send(.rows(.function, generation: 1, rows))
        session.send(.listFinished(.function, generation: 1))
        let jobs = session.takeEffects().compactMap { effect in
            if case .survey(let job) = effect { job } else { nil }
        }
        try #require(jobs.count == 1)
        session.press("R")
        session.send(.surveyed(jobs[0].run()))
        #expect(!session.shows("literal ##"))
        session.send(.rows(.function, generation: 2, rows))
        session.send(.listFinished(.function, generation: 2))
        for case .sort(let job) in session.takeEffects() { session.send(.sorted(job.run())) }
        for case .survey(let job) in session.takeEffects() { session.send(.surveyed(job.run())) }
        #expect(session.shows("literal ##### 5000"))
    }
}
