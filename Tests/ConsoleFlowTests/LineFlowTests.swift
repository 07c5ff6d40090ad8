import ConsoleViewModels
import ConsoleViews
import Inventory
import TerminalCanvas
import Testing

@Suite("line mode: the same model in lines and numbers")
struct LineFlowTests {
    @Test("a list has numbers, and what its columns say")
    func list() {
        let lines = LineView.lines(of: Session().model)
        #expect(lines[0] == "functions, 5, sorted by name; 1 to 5:")
        #expect(
            lines[3] == "3. payments-api, env 6, lit 2, ref 3, src lit+sm+ssm+kms, age 412d, state Active")
        #expect(lines.count == 6)
    }

    @Test("a number opens, a key and a number act on that line, back goes back")
    func numbers() {
        var session = Session()
        session.say("3")
        session.answerLoads()
        let lines = LineView.lines(of: session.model)
        #expect(lines[0] == "payments-api:")
        #expect(lines.contains("8. DB_PASSWORD, closed, short, literal"))
        #expect(lines.contains { $0.hasSuffix("DB_SECRET_ARN, leads to secret:payments/db, Secrets Manager") })
        session.say("x 8")
        #expect(LineView.lines(of: session.model)[0].hasPrefix("Reveal one value: payments-api : DB_PASSWORD"))
        session.say("back and cancelled by an empty line")
        #expect(
            session.effects.contains {
                if case .reveal(let request) = $0 { request.note.hasPrefix("back") } else { false }
            })
        session.say("")
        #expect(session.model.curtain.isClosed)
        session.say("back")
        #expect(session.model.screen == .list(.function))
    }

    @Test("a reveal takes a note, tells when it is too short, and never tells the value")
    func reveal() throws {
        var session = Session()
        session.say(":env:payments-api/DB_PASSWORD")
        session.answerLoads()
        session.say("x")
        session.say("a")
        #expect(LineView.lines(of: session.model).contains { $0.hasPrefix("Note: the reason is too short") })
        #expect(session.takeEffects().isEmpty)
        session.say("compare with the leak")
        session.send(
            .revealed(try session.ticket(), .value(try canary("CANARY-fake-21"), form: .text, version: nil)))
        #expect(session.model.curtain.value != nil)
        #expect(!LineView.lines(of: session.model).joined().contains("CANARY"))
        session.say("")
        #expect(session.model.curtain.isClosed)
    }

    @Test("a form is asked question by question; what is left empty stays, and yes presses its button")
    func form() {
        var session = Session()
        session.say(":rotate secret:payments/db")
        #expect(LineView.lines(of: session.model)[0] == "Plan a new value for secret:payments/db")
        #expect(LineView.question(session.model) == "Both values, or cancel: ")
        session.say("9")
        session.say("1")
        #expect(LineView.question(session.model) == "New value, or cancel: ")
        session.say("2")
        #expect(LineView.question(session.model).hasPrefix("JSON field"))
        session.say("/password")
        session.say("")
        session.say("it was pasted")
        #expect(
            LineView.question(session.model)
                == "Type yes for Make the plan, options for more questions; anything else is no: ")
        session.say("yes")
        #expect(
            session.takeEffects().contains(
                .makePlan(
                    .rotate(
                        PlanWish.Rotation(
                            subject: .secret(name: "payments/db", pointer: "/password"), overlaps: true,
                            recipe: .typed, hook: nil, note: "it was pasted")))))
        session.say(":rotate secret:payments/db")
        session.say("cancel")
        #expect(session.model.overlay == .none)
    }

    @Test("the options of a form are asked when they are asked for")
    func options() {
        var session = Session()
        session.say(":rotate secret:payments/db")
        for words in ["1", "", "", "", "", "", "options"] { session.say(words) }
        #expect(LineView.question(session.model) == "Generated of, or cancel: ")
        session.say("2")
        session.say("")
        session.say("10%")
        #expect(LineView.question(session.model).hasPrefix("Each wave"))
        session.say("cancel")
        #expect(session.model.overlay == .none)
    }

    @Test("fields of a JSON secret are numbers; an empty line closes them")
    func fields() throws {
        var session = Session()
        session.say(":sec")
        session.answerLoads()
        session.say("x 1")
        session.say("which user")
        let fields = ["username", "password"].map {
            RevealedContent.Field(pointer: "/\($0)", name: $0, size: .short)
        }
        session.send(.revealed(try session.ticket(), .fields(fields, version: nil)))
        _ = session.takeEffects()
        #expect(LineView.lines(of: session.model).suffix(2) == ["1. username", "2. password"])
        session.say("3")
        #expect(session.takeEffects().isEmpty)
        session.say("2")
        let request = session.takeEffects().compactMap { if case .reveal(let request) = $0 { request } else { nil } }
        #expect(request.first?.pointer == "/password")
    }

    @Test("commands, filters, menus, questions and pages work by lines")
    func rest() {
        var session = Session()
        session.say("/pay")
        #expect(LineView.lines(of: session.model)[0].contains("filtered by pay: 4"))
        session.say("/")
        session.say("o")
        #expect(LineView.lines(of: session.model)[1] == "1. name")
        session.say("6")
        #expect(LineView.lines(of: session.model)[0].contains("sorted by age"))
        session.say(":ro on")
        session.say(":ro off")
        #expect(LineView.question(session.model).contains("Type yes"))
        session.say("no")
        #expect(session.takeEffects() == [.recordModeChange(.readOnlyOn)])
        session.say(":ro off")
        session.say("yes")
        #expect(session.takeEffects() == [.recordModeChange(.readOnlyOff)])
        session.say("S")
        #expect(LineView.lines(of: session.model)[0] == "Share mode is on.")
        session.say("S")
        session.say("LEAVE")
        #expect(session.takeEffects().last == .recordModeChange(.shareOff))
        session.say("W")
        session.say("1")
        #expect(LineView.lines(of: session.model).contains("1. env, off"))
        session.say("")
        #expect(LineInput("what is this", in: session.model) == .notUnderstood)
    }

    @Test("every screen can be told, and keeps to its lines")
    func everyScreen() throws {
        for name in FrameTests.names {
            let session = try FrameTests.session(name, columns: 80, rows: 24)
            let lines = LineView.lines(of: session.model)
            #expect(!lines.isEmpty && !lines.contains { $0.contains("\n") || $0.contains("CANARY") }, "\(name)")
        }
    }

    @Test("rows that arrive are not told one by one: what changes the words is")
    func quiet() {
        var session = Session(filled: false)
        let before = LineMoment(session.model)
        session.send(.rows(.function, generation: 1, World.rows(of: .function)))
        #expect(!LineMoment(session.model).needsTelling(after: before))
        session.send(.listFinished(.function, generation: 1))
        #expect(LineMoment(session.model).needsTelling(after: before))
    }
}

extension Session {
    /// Types a line in line mode.
    fileprivate mutating func say(_ line: String) {
        for event in LineInput(line, in: model).events(in: model) { send(event) }
    }
}
