import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("An incident in the console")
struct IncidentFlowTests {
    private func attached(columns: Int = 120, rows: Int = 40) -> Session {
        var session = Session(columns: columns, rows: rows)
        session.send(.timelineChanged(World.incident))
        return session
    }

    @Test("i opens one from title, id and severity; nothing without a title")
    func open() {
        var settings = ConsoleSettings.sample
        settings.incident = nil
        var session = Session(columns: 120, rows: 40, settings: settings)
        session.press("a")
        #expect(session.shows("no incident is attached: i opens or attaches one"))
        session.press("i")
        session.send(.answered(.incidents, .incidents([])))
        _ = session.takeEffects()
        session.press(.enter, .enter, .enter, .enter, .enter)
        #expect(session.shows("say it in a few words") && session.takeEffects().isEmpty)
        session.type("Stripe key")
        session.press(.enter)
        session.type("INC-7")
        session.press(.enter, "1", .enter, .enter)
        #expect(session.takeEffects() == [.incident(.open(id: "INC-7", title: "Stripe key", severity: "P1"))])
        session.send(.timelineChanged(World.incident))
        #expect(session.buffer.text(row: 0).contains("INC-2041"))
    }

    @Test("enter on one attaches it, and detach and close are lines of their own")
    func attach() {
        var session = attached()
        session.press("i")
        #expect(session.takeEffects() == [.ask(.incidents, again: false)])
        session.send(.answered(.incidents, .incidents(World.incidents)))
        session.press("G", .enter)
        #expect(session.takeEffects() == [.incident(.attach("INC-1990"))])
        session.press("g", "j", .enter)
        #expect(session.takeEffects() == [.incident(.detach)])
        session.press("j", .enter)
        session.type("rotated and retired")
        session.press(.enter, .enter)
        #expect(session.takeEffects() == [.incident(.close(note: "rotated and retired"))])
        session.send(.timelineChanged(nil))
        #expect(!session.buffer.text(row: 0).contains("INC-2041"))
    }

    @Test("a note, a decision and something to do are written from anywhere, about what is selected")
    func write() {
        var session = attached()
        session.press("a")
        session.type("the paste is from 13:05")
        session.press(.enter, .enter, .enter)
        #expect(
            session.takeEffects() == [
                .incident(.note("the paste is from 13:05", about: "fn:catalogue-search"))
            ])
        session.press("t", "D")
        session.type("rotate now")
        session.press(.enter, .enter, .enter)
        #expect(session.shows("say who decided"))
        session.type("m.ortega")
        session.press(.enter, .enter)
        session.press("T")
        session.type("tell the provider")
        session.press(.enter, .enter, .enter)
        #expect(
            session.takeEffects().filter { $0 != .incident(.look) } == [
                .incident(.decision("rotate now", by: "m.ortega")), .incident(.todo("tell the provider", owner: nil))
            ])
        session.run("inc note seen on the forum")
        #expect(session.takeEffects() == [.incident(.note("seen on the forum", about: nil))])
        session.press(":", .up)
        #expect(!session.shows("seen on the forum"))
    }

    @Test("the timeline is panel 7: each source alone, todos done by enter, things opened, its chain checked")
    func timeline() {
        var session = attached()
        session.press("t")
        #expect(session.takeEffects() == [.incident(.look)])
        #expect(session.shows("chain OK (4)") && session.shows("DECISION rotate now (by m.ortega)"))
        session.press("s")
        #expect(session.shows("only tool") && !session.shows("DECISION"))
        session.press("s", "s", "s")
        #expect(session.shows("only human") && session.shows("DECISION") && !session.shows("reveal.shown"))
        session.press("s", "V")
        #expect(session.takeEffects() == [.incident(.look)])
        session.press("g", "j", .enter)
        #expect(session.takeEffects() == [.incident(.todoDone("n-5512aa"))])
        session.press("G", .enter)
        #expect(session.model.screen == .detail(.function(name: "payments-api")))
    }

    @Test(
        "the watch says the last event, uses and the functions' failures; it is started, stopped and hidden when shared"
    )
    func watch() {
        var session = attached(columns: 120, rows: 50)
        session.run("inc watch 45m")
        #expect(session.takeEffects().last == .incident(.watch(seconds: 2700)))
        #expect(session.model.screen == .report(.watch) && session.shows("the first look takes a while"))
        session.send(.watched(World.watch(.watching)))
        for words in [
            "watching until ", "eu-west-1", "us-east-1", "last event seen at", "none seen", "no use seen",
            "payments-api", "secret:prod/pay"
        ] {
            #expect(session.shows(words), "\(words)")
        }
        // Eight steps, the highest number at the top; nothing is a dot.
        #expect(session.shows(".._@") && session.shows("...."))
        session.send(.watched(World.watch(.used, uses: true)))
        #expect(session.shows("still in use") && session.shows("USE") && session.shows("203.0.113.77"))
        #expect(session.shows("Watch again") && !session.shows("Stop watching"))
        session.press("S")
        #expect(
            !session.shows("203.0.113.77") && !session.shows("secret:prod/pay") && session.shows("hidden in share mode")
        )
        session.type("LEAVE")
        session.press(.escape)
        session.run("inc watch stop")
        #expect(session.takeEffects().last == .incident(.stopWatch))
        session.run("inc watch soon")
        #expect(session.shows("a span of at most 24h") && session.takeEffects() == [])
        session.run("inc watch 25h")
        #expect(session.shows("a span of at most 24h"))
    }

    @Test("a use that is seen from another screen is told there, and the timeline is read again")
    func watchedElsewhere() {
        var session = attached(columns: 120, rows: 50)
        session.send(.watched(World.watch(.used, uses: true)))
        #expect(session.shows("an old credential is still in use"))
        session.send(.incidentGrown)
        #expect(session.takeEffects() == [.incident(.look)])
        session.press("i")
        session.send(.answered(.incidents, .incidents(World.incidents)))
        _ = session.takeEffects()
        session.press("g", "j", "j", "j", .enter)
        #expect(session.takeEffects() == [.incident(.watch(seconds: 1800))])
    }

    @Test("share mode hides title, notes and targets")
    func shared() {
        var session = attached(columns: 200, rows: 50)
        session.press("t")
        #expect(session.shows("Stripe key in a paste") && session.shows("tell the provider"))
        session.press("S")
        for words in ["Stripe key", "tell the provider", "j.kim", "DECISION rotate", "STRIPE_KEY P2"] {
            #expect(!session.shows(words), "\(words)")
        }
        #expect(session.shows("hidden in share mode"))
        session.press("i")
        session.send(.answered(.incidents, .incidents(World.incidents)))
        #expect(!session.shows("Old laptop") && session.shows("INC-1990"))
    }

    @Test("a containment says its effect first, asks for the name, and is taken back from the timeline")
    func contain() {
        var session = attached(columns: 120, rows: 50)
        session.press("!")
        #expect(session.shows("stop-invocations") && session.shows("lock-url"))
        session.press(.enter)
        let function = Reference.function(name: "catalogue-search")
        #expect(session.takeEffects() == [.incident(.prepare(.stopInvocations, function))])
        session.send(.containmentPrepared(World.containment(.stopInvocations, function)))
        for words in [
            "Effect: catalogue-search is not run", "Also: every version", "Undo: it has no", "Call: aws lambda"
        ] {
            #expect(session.shows(words), "\(words)")
        }
        session.type("it sends the key out")
        session.press(.enter, .enter, .enter)
        #expect(session.shows("type catalogue-search to go on") && session.takeEffects().isEmpty)
        session.type("catalogue-search")
        session.press(.enter, .enter)
        #expect(
            session.takeEffects() == [
                .incident(.contain(.stopInvocations, function, note: "it sends the key out"))
            ])
        session.press("t", "g", "j", "j", .enter)
        #expect(session.shows("Take stop-invocations of fn:payments-api back?"))
        session.type("over")
        session.press(.enter, .enter)
        #expect(session.takeEffects().contains(.incident(.undo("c-7f3a", note: "over"))))
    }

    @Test("read-only and share mode contain nothing", arguments: ["ro on", "share on"])
    func refused(mode: String) {
        var session = attached()
        session.run(mode)
        _ = session.takeEffects()
        session.press("!")
        #expect(session.shows("nothing is changed in"))
        session.run("contain stop-invocations fn:payments-api")
        #expect(session.shows("nothing is changed in"))
        session.send(
            .containmentPrepared(World.containment(.stopInvocations, .function(name: "payments-api"))))
        #expect(session.model.overlay == .none && session.takeEffects().isEmpty)
    }

    @Test("a thing that cannot be contained says what can be")
    func nothing() {
        var session = attached()
        session.run("ssm")
        session.answerLoads()
        session.press("!")
        #expect(session.shows("nothing can be contained here"))
        session.run("contain everything")
        #expect(session.shows("contain takes one of deactivate"))
    }

    @Test("A plots who read what is selected")
    func access() {
        var session = attached()
        session.press("A")
        #expect(session.takeEffects().contains(.ask(.access(.function(name: "catalogue-search")), again: false)))
    }
}
