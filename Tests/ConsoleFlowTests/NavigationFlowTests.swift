import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("screens, links and the prompt")
struct NavigationFlowTests {
    @Test("enter opens, follows links and esc comes back the same way")
    func links() {
        var session = Session()
        session.openPassword()
        #expect(session.shows("> DB_PASSWORD"))
        session.press("j", "j", .enter)
        session.answerLoads()
        #expect(session.shows("Secrets > payments/db"))
        session.press("j", .enter)
        session.answerLoads()
        #expect(session.shows("Functions > payments-api"))
        session.press(.escape)
        #expect(session.shows("Secrets > payments/db"))
        session.press("[")
        #expect(session.shows("Functions > payments-api"))
        session.press("]")
        #expect(session.shows("Secrets > payments/db"))
        session.press("-")
        #expect(session.shows("Functions > payments-api"))
    }

    @Test("the cursor stays on its variable when the lists tell more about it")
    func staysOnVariable() throws {
        var session = Session(filled: false)
        let loads = session.takeEffects()
        session.run("open env:payments-api/STRIPE_KEY")
        session.answerLoads()
        #expect(session.shows("> STRIPE_KEY"))
        #expect(loads.contains(.load(.function, generation: 1)))
        session.send(.rows(.function, generation: 1, World.rows(of: .function)))
        session.send(.listFinished(.function, generation: 1))
        for case .survey(let job) in session.takeEffects() { session.send(.surveyed(job.run())) }
        #expect(session.shows("> STRIPE_KEY"))
    }

    @Test("q goes back from a detail and leaves from a list")
    func quitKey() {
        var session = Session()
        session.press(.enter)
        session.answerLoads()
        session.press("q")
        #expect(session.takeEffects().isEmpty)
        session.press("q")
        #expect(session.takeEffects() == [.quit(.asked)])
    }

    @Test(
        "the prompt knows commands, aliases, filters, references and ARNs",
        arguments: [
            ("sec", "Secrets 1-2/2"), ("secrets", "Secrets 1-2/2"), ("ssm", "Parameters 1-2/2"), ("kms", "Keys 1-1/1"),
            ("fn /api", "filter:api"), ("fn env=prod", "filter:-l env=prod"),
            ("param:/dev/flag", "Parameters > /dev/flag"),
            ("/pay/fx/token", "Parameters > /pay/fx/token"),
            ("arn:aws:lambda:eu-west-1:482112349907:function:payments-api", "Functions > payments-api"),
            ("log", "Command log"), ("context", "Context"), ("resources", "Resources"), ("help", "Keys here"),
            ("nonsense", "neither a command nor a reference"), ("sort age", "sort:AGE")
        ])
    func prompt(line: String, expected: String) {
        var session = Session()
        session.press(":")
        session.type(line)
        session.press(.enter)
        session.answerLoads()
        #expect(session.shows(expected), "\(session.screen)")
    }

    @Test("a key that does nothing on a screen says so, without repeating what was typed")
    func strangeKeys() {
        var session = Session()
        session.run("pulse")
        session.press("o")
        #expect(session.shows("sort: not on this screen"))
        session.press("~")
        #expect(session.shows("that key does nothing here; ? has those that do") && !session.shows("~"))
        session.press("j")
        #expect(!session.shows("that key does nothing"))
    }

    @Test("what is no command is not repeated on the screen and not kept")
    func pastedValue() {
        var session = Session()
        session.press(":")
        session.paste("CANARY-fake-9")
        session.press(.enter)
        #expect(!session.shows("CANARY"))
        session.press(":", .up)
        #expect(!session.shows("CANARY"))
    }

    @Test("tab completes commands and names, up brings back what was said")
    func completion() {
        var session = Session()
        session.press(":")
        session.type("sec")
        session.press(.enter)
        session.answerLoads()
        session.press(":")
        session.type("secret:payments/s")
        #expect(session.shows(":secret:payments/stripe"))
        session.press(.tab, .enter)
        session.answerLoads()
        #expect(session.shows("Secrets > payments/stripe"))
        session.press(":", .up)
        #expect(session.shows(":secret:payments/stripe"))
        session.press(.up)
        #expect(session.shows(":sec"))
    }

    @Test("a paste outside a text field is nothing")
    func pasteIsNoKey() {
        var session = Session()
        session.paste("Q\rqx:q\r")
        #expect(session.takeEffects().isEmpty)
    }

    @Test("no credentials: one screen says what to do, R tries again")
    func firstRun() {
        var session = Session(filled: false)
        _ = session.takeEffects()
        session.send(.identityFailed(Problem(.noCredentials, "no credentials were found")))
        #expect(session.shows("no credentials were found"))
        #expect(session.shows("curtain demo"))
        #expect(session.shows("aws configure"))
        session.press("R")
        #expect(session.takeEffects() == [.loadIdentity])
        session.send(.identity(World.identity))
        session.answerLoads()
        #expect(session.shows("payments-api"))
    }

    @Test("below 80x24 it says so, and comes back when the window grows")
    func tooSmall() {
        var session = Session()
        session.send(.resize(columns: 79, rows: 24))
        #expect(session.shows("curtain needs 80x24"))
        session.press("x", ":", "j")
        #expect(session.takeEffects().isEmpty)
        session.send(.resize(columns: 80, rows: 24))
        #expect(session.shows("payments-api"))
        session.send(.resize(columns: 3, rows: 1))
        _ = session.screen
        session.press("q")
        #expect(session.takeEffects() == [.quit(.asked)])
    }

    @Test("beside the list the detail follows once the cursor rests")
    func glimpse() {
        var session = Session(columns: 120, rows: 40)
        session.wait(0.3)
        session.answerLoads()
        session.press("j")
        session.wait(0.1)
        session.press("j")
        session.wait(0.1)
        #expect(session.takeEffects().isEmpty)
        session.wait(0.3)
        #expect(session.takeEffects() == [.loadDetail(.function(name: "payments-api"), generation: 1)])
        session.press(.tab)
        #expect(session.model.screen == .detail(.function(name: "payments-api")))
        session.press(.tab)
        #expect(session.model.screen == .list(.function))
    }

    @Test("a detail that nobody looks at any more is cancelled, and its late answer dropped")
    func cancelledDetail() {
        var session = Session()
        let reference = Reference.function(name: "catalogue-search")
        session.press(.enter)
        #expect(session.takeEffects() == [.loadDetail(reference, generation: 1)])
        session.press(.escape)
        #expect(session.takeEffects() == [.cancelDetail(reference, generation: 1)])
        if let detail = World.detail(of: reference) { session.send(.detailLoaded(reference, generation: 1, detail)) }
        session.press(.enter)
        #expect(session.takeEffects() == [.loadDetail(reference, generation: 3)])
    }

    @Test("credentials that go while rows are on the screen are a message, not the first screen")
    func credentialsGone() {
        var session = Session()
        session.send(.identityFailed(Problem(.noCredentials, "no credentials were found")))
        #expect(session.shows("payments-api"))
        #expect(session.shows("F no credentials were found"))
    }

    @Test("the same value elsewhere is told without anyone seeing it, and can be followed")
    func equalValues() {
        var session = Session()
        session.openPassword()
        #expect(session.shows("literal ! = in 1 more"))
        #expect(session.shows("SAME VALUE ELSEWHERE"))
        session.press("j", "j", "j", "j", "j")
        session.press(.enter)
        session.answerLoads()
        #expect(session.shows("Functions > payouts-worker"))
        #expect(session.shows("> OLD_STRIPE"))
    }

    @Test("a detail that failed says why in its pane")
    func detailFailed() {
        var session = Session()
        session.press(.enter)
        session.send(
            .detailFailed(
                .function(name: "catalogue-search"), generation: 1,
                Problem(.denied, "lambda:GetFunctionConfiguration was denied", advice: "ask for it")))
        #expect(session.shows("lambda:GetFunctionConfiguration was denied. ask for it"))
    }

    @Test("every call stands in the command log")
    func commandLog() {
        var session = Session()
        session.send(
            .callRecorded(
                CallLine(
                    started: 1_795_528_921, operation: "lambda:ListFunctions", target: nil, requestID: "2f00",
                    status: 200, code: "", milliseconds: 118.4, attempts: 1)))
        #expect(session.shows("[last] 14:02:01Z lambda:ListFunctions 200"))
        session.press("8")
        #expect(session.shows("14:02:01Z lambda:ListFunctions"))
        #expect(session.shows("2f00"))
    }
}
