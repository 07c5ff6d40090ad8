import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

@Suite("lists: loading, moving, finding, sorting")
struct ListFlowTests {
    @Test("the start asks who we are and for the first list only")
    func start() {
        var session = Session(filled: false)
        #expect(session.takeEffects() == [.loadIdentity, .load(.function, generation: 1)])
        #expect(session.shows("asking AWS for the functions"))
    }

    @Test("rows appear as pages arrive")
    func streaming() {
        var session = Session(filled: false)
        session.send(.rows(.function, generation: 1, Array(World.rows(of: .function).prefix(2))))
        #expect(session.shows("payments-api"))
        #expect(session.shows("loading... 2 so far"))
    }

    @Test("an answer to an older load is dropped")
    func generations() {
        var session = Session()
        session.press("R")
        #expect(session.takeEffects() == [.load(.function, generation: 2)])
        session.send(.rows(.function, generation: 1, [.function(World.function("late-one", days: 1))]))
        session.send(.listFinished(.function, generation: 1))
        #expect(!session.shows("late-one"))
        session.send(.rows(.function, generation: 2, [.function(World.function("new-one", days: 1))]))
        #expect(session.shows("payments-api"))
        session.send(.listFinished(.function, generation: 2))
        #expect(session.shows("new-one"))
        #expect(!session.shows("payments-api"))
    }

    @Test("a list that failed says why, with what to do, and the others go on")
    func failed() {
        var session = Session(filled: false)
        session.send(
            .listFailed(
                .function, generation: 1,
                Problem(
                    .denied, "lambda:ListFunctions was denied", advice: "ask for lambda:ListFunctions",
                    code: "AccessDeniedException", requestID: "5d2e")))
        #expect(session.shows("F lambda:ListFunctions was denied"))
        #expect(session.shows("ask for lambda:ListFunctions"))
        #expect(session.shows("AccessDeniedException  request 5d2e"))
        session.press(.tab)
        session.answerLoads()
        #expect(session.shows("/pay/fx/token"))
    }

    @Test("a list that failed half-way keeps what came and says that it is not whole")
    func partial() {
        var session = Session(filled: false)
        session.send(.rows(.function, generation: 1, World.rows(of: .function)))
        session.send(.listFailed(.function, generation: 1, Problem(.throttled, "AWS throttled the list")))
        #expect(session.shows("payments-api"))
        #expect(session.shows("failed: not all are here"))
        #expect(session.shows("AWS throttled the list"))
    }

    @Test(
        "the filter narrows as it is typed",
        arguments: [
            ("pay", ["payments-api", "payments-webhook", "paygate-settle", "payouts-worker"]),
            ("PAY", ["payments-api", "payments-webhook", "paygate-settle", "payouts-worker"]),
            ("!pay", ["catalogue-search"]), ("-f pyapi", ["payments-api"]),
            ("-l env=prod", ["payments-api", "payments-webhook"]), ("-l team", ["payments-api"]),
            ("failed", ["paygate-settle"]), ("nothing-like-it", [])
        ])
    func filter(text: String, expected: [String]) {
        var session = Session()
        session.press("/")
        session.type(text)
        session.press(.enter)
        for name in World.functions.map(\.common.name) {
            #expect(session.shows(" \(name) ") == expected.contains(name), "\(name)")
        }
        session.press(.escape)
        #expect(session.shows("catalogue-search"))
        #expect(session.shows("payments-api"))
    }

    @Test("what was found is marked, in whichever column it stands")
    func highlight() {
        var session = Session()
        session.press("/")
        session.type("pay")
        #expect(session.buffer.roles(row: 4).contains("searchMatch 3-5 underline"))
        session.press(.control("u"))
        session.type("pending")
        #expect(session.buffer.roles(row: 3).contains("underline"))
        session.press(.escape, .enter)
        session.answerLoads()
        session.press("/")
        session.type("lambda")
        #expect((0..<24).contains { session.buffer.roles(row: $0).contains("underline") })
    }

    @Test("space marks, v marks up to here, c copies the names of all that is marked")
    func marks() {
        var session = Session()
        session.press(" ", "j", "j", "v")
        #expect(session.shows("marked 4"))
        #expect(session.shows(" *catalogue-search"))
        session.press("c")
        let names = ["payments-api", "payments-webhook", "paygate-settle", "catalogue-search"]
        #expect(
            session.takeEffects() == [
                .copyName(names.map { "arn:aws:test:eu-west-1:482112349907:\($0)" }.joined(separator: "\n"))
            ])
        session.press(.control("\\"))
        #expect(!session.shows("marked"))
    }

    @Test("esc while typing brings back the filter that was there")
    func filterCancelled() {
        var session = Session()
        session.press("/")
        session.type("api")
        session.press(.enter, "/")
        session.type("xyz")
        session.press(.escape)
        #expect(session.shows("filter:api "))
        #expect(session.shows("payments-api"))
    }

    @Test("n and N go round the matches")
    func nextMatch() {
        var session = Session()
        session.press("/")
        session.type("pay")
        session.press(.enter, "N")
        #expect(session.shows("> payouts-worker"))
        session.press("n")
        #expect(session.shows("> paygate-settle"))
    }

    @Test("o sorts by a column, O the other way round, and the cursor stays on its row")
    func sort() {
        var session = Session()
        session.press("j", "j")
        #expect(session.shows("> payments-api"))
        session.press("o", "j", "j", "j", "j", "j", .enter)
        #expect(session.shows("sort:AGE v"))
        #expect(session.shows("> payments-api"))
        session.press("g")
        #expect(session.shows("> payouts-worker"))
        session.press("O", "g")
        #expect(session.shows("> payments-api"))
    }

    @Test("a long list pages, and only the window is drawn")
    func paging() {
        var session = Session(filled: false)
        let rows = (0..<1_000).map { ResourceRow.function(World.function("fn-\(1_000 + $0)", days: 1)) }
        session.send(.rows(.function, generation: 1, rows))
        session.send(.listFinished(.function, generation: 1))
        #expect(session.shows("Functions 1-17/1000"))
        session.press(.pageDown)
        #expect(session.shows("> fn-1017"))
        session.press("G")
        #expect(session.shows("> fn-1999"))
        #expect(session.shows("984-1000/1000"))
        session.press(.control("u"))
        #expect(session.shows("> fn-1991"))
        session.press("g")
        #expect(session.shows("1-17/1000"))
    }

    @Test("a very long list is sorted elsewhere; the answer to an older sort is dropped")
    func longSort() throws {
        var session = Session(filled: false)
        let rows = (0..<5_000).map { ResourceRow.function(World.function("fn-\(9_999 - $0)", days: 1)) }
        _ = session.takeEffects()
        session.send(.rows(.function, generation: 1, rows))
        session.send(.listFinished(.function, generation: 1))
        guard case .sort(let first) = session.takeEffects().first else {
            Issue.record("no sort was asked for")
            return
        }
        #expect(session.shows("sorting..."))
        session.press("O")
        guard case .sort(let second) = session.takeEffects().first else {
            Issue.record("no second sort was asked for")
            return
        }
        session.send(.sorted(first.run()))
        #expect(session.shows("sorting..."))
        session.send(.sorted(second.run()))
        #expect(session.shows("as of"))
        session.press("g")
        #expect(session.shows("> fn-9999"))
    }
}
