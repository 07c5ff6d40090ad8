import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

@Suite("Whole screens as text and roles")
struct FrameTests {
    static let names =
        [
            "functions", "function", "parameter", "secret", "key", "note", "value", "fields", "field", "parameters",
            "secrets", "keys", "failed",
            "firstRun",
            "help",
            "sortMenu", "filter", "commandLog", "share", "pulses", "pulse", "stale", "duplicates", "xray", "plan",
            "signIn", "signInPage", "mfa", "columns", "confirm", "rotate", "planSheet", "plans", "apply", "planRun",
            "typedConfirm", "retirement", "menu", "rotateOptions",
            "findings", "cost",
            "stores", "incidents", "timeline", "timelineShared", "contain", "entry", "log"
        ] + answerNames
    static let sizes = [(80, 24), (120, 40), (200, 50)]

    @Test("are as they were", arguments: names, sizes)
    func frame(name: String, size: (Int, Int)) throws {
        let session = try Self.session(name, columns: size.0, rows: size.1)
        let frame = session.buffer.frame + "\n"
        let path = #filePath.replacing("FrameTests.swift", with: "Frames/\(name)-\(size.0)x\(size.1).txt")
        if ProcessInfo.processInfo.environment["CURTAIN_WRITE_FRAMES"] != nil {
            try Data(frame.utf8).write(to: URL(filePath: path))
        }
        let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(frame == expected, "CURTAIN_WRITE_FRAMES=1 writes the frames anew; look at what changed")
    }

    @Test("fit their window, and tell account, identity, mode and time in the first row", arguments: names, sizes)
    func invariants(name: String, size: (Int, Int)) throws {
        let session = try Self.session(name, columns: size.0, rows: size.1)
        let header = session.buffer.text(row: 0)
        if session.model.share.isOn {
            #expect(header.contains("SHARE MODE"))
        } else if session.model.identity != .unknown, session.model.screen != .firstRun {
            for word in ["prod-payments", "eu-west-1", name == "confirm" ? "RO" : "RW", "INC-2041", "14:02Z"] {
                #expect(header.contains(word))
            }
            #expect(header.contains("MASKED") != session.showsValue)
        }
        #expect(session.buffer.rows == size.1)
    }

    static let ended = Problem(
        .expiredCredentials, "the sign-in of sso-session corp has ended; run curtain login or aws sso login",
        code: "SignInRequired")
    static let invitation = SignInInvitation(
        code: "WXYZ-ABCD", url: "https://device.sso.eu-west-1.amazonaws.com/?user_code=WXYZ-ABCD",
        plainURL: "https://device.sso.eu-west-1.amazonaws.com/", expires: 1_795_529_520)

    static func session(_ name: String, columns: Int, rows: Int) throws -> Session {
        var settings = ConsoleSettings.sample
        if name == "copyNote" { settings.clipboard = "tmux" }
        var session = Session(
            columns: columns, rows: rows, settings: settings, filled: name != "firstRun" && name != "failed")
        session.wait(0.4)
        if name != "failed", name != "firstRun" { session.answerLoads() }
        switch name {
        case "functions":
            session.press("j", "j")
            session.wait(0.1)
        case "function": session.openPassword()
        case "parameter": open(.parameter, "ssm", &session)
        case "secret": open(.secret, "sec", &session)
        case "key": open(.key, "kms", &session)
        case "note":
            session.openPassword()
            session.press("x")
            session.type("compare with the leaked paste for INC-2041")
        case "value":
            session.openPassword()
            try session.reveal(try canary("CANARY-fake-10"))
        case "fields", "field":
            show("sec", &session)
            session.press("x")
            session.type("which user")
            session.press(.enter, .enter)
            let fields = ["username", "password", "host"].map {
                RevealedContent.Field(pointer: "/\($0)", name: $0, size: .short)
            }
            session.send(.revealed(try session.ticket(), .fields(fields, version: "9a31")))
            guard name == "field" else { break }
            _ = session.takeEffects()
            session.press("j", .enter)
            session.send(
                .revealed(try session.ticket(), .value(try canary("CANARY-fake-13"), form: .text, version: "9a31")))
        case "parameters": show("ssm", &session)
        case "secrets": show("sec", &session)
        case "keys": show("kms", &session)
        case "failed":
            session.send(.identity(World.identity))
            session.send(
                .listFailed(
                    .function, generation: 1,
                    Problem(
                        .denied, "lambda:ListFunctions was denied for sre-breakglass",
                        advice: "ask for lambda:ListFunctions; the other lists still work",
                        code: "AccessDeniedException", requestID: "5d2e")))
        case "firstRun":
            session.send(
                .identityFailed(
                    Problem(
                        .noCredentials,
                        "cannot tell who we are: credentials: no credentials in the environment, the shared files or "
                            + "any other place; sign in (curtain login, aws sso login, aws configure) or name a "
                            + "profile with --profile", code: "NoCredentials")))
        case "help": session.press("?")
        case "sortMenu": session.press("o")
        case "filter":
            session.press("/")
            session.type("pay")
        case "commandLog":
            for (operation, code, status) in [
                ("lambda:ListFunctions", "", 200), ("secretsmanager:DescribeSecret", "AccessDeniedException", 400),
                ("sts:GetCallerIdentity", "", 0)
            ] {
                session.send(
                    .callRecorded(
                        CallLine(
                            started: 1_795_528_900, operation: operation, target: "payments/db", requestID: "5d2e-88",
                            status: status, code: code, milliseconds: 96.4, attempts: 1)))
            }
            session.press("8")
        case "pulses":
            session.press("3")
            session.answerLoads()
        case "pulse":
            session.press("3", .enter)
            session.answerLoads()
        case "stale": show("stale 90", &session)
        case "duplicates": show("dups", &session)
        case "xray": show("xray fn payments-api", &session)
        case "signIn", "signInPage":
            session.send(.identityFailed(Self.ended))
            if name == "signInPage" {
                session.press(.tab, .enter)
                session.send(.signInInvited(Self.invitation))
            }
        case "mfa":
            session.send(.mfaAsked("arn:aws:iam::482112349907:mfa/m.ortega"))
            session.type("123")
        case "columns": session.press("W", "j", " ")
        case "confirm":
            session.run("ro on")
            session.run("ro off")
            session.press(.tab)
        case "rotate", "rotateOptions":
            show("rotate secret:payments/db", &session)
            session.press("1", .enter, .enter)
            if name == "rotateOptions" { session.press(.control("o"), .tab, .tab) }
        case "planSheet", "apply":
            session.showPlan()
            if name == "apply" {
                session.press("p")
                session.type("the key was pasted")
                session.press(.enter)
                session.type("payments/")
            }
        case "plans":
            session.run("plans")
            session.send(.answered(.plans, .plans(World.plans)))
        case "planRun":
            session.showPlan()
            session.send(.planFollowed(World.follow))
            session.press("6")
        case "typedConfirm":
            session.showPlan(state: .done)
            session.run("retire p-7f3a0001")
            session.send(.answered(.planSheet("p-7f3a0001"), .planSheet(World.sheet(.done))))
            session.listRetirement()
            session.press(.enter, .enter)
            session.type("payments")
            session.press(.enter, .enter)
        case "retirement":
            session.showPlan(state: .done)
            session.run("retire p-7f3a0001")
            session.send(.answered(.planSheet("p-7f3a0001"), .planSheet(World.sheet(.done))))
            session.listRetirement()
        case "findings":
            session.run("check")
            session.send(
                .answered(.findings(.low), .findings(try World.checked().findings, gaps: ["iam:ListRoles was denied"])))
        case "cost":
            session.run("cost")
            session.send(.answered(.cost, .cost(try World.checked().cost, gaps: [])))
        case "stores": show("stores secret:payments/db", &session)
        case "incidents":
            session.send(.timelineChanged(World.incident))
            session.press("i")
            session.send(.answered(.incidents, .incidents(World.incidents)))
        case "timeline", "timelineShared":
            session.send(.timelineChanged(World.incident))
            session.press("t")
            if name == "timelineShared" { session.press("S") }
        case "contain":
            session.send(.timelineChanged(World.incident))
            session.press("!", .enter)
            session.send(.containmentPrepared(World.containment(.stopInvocations, .function(name: "payments-api"))))
        case "entry":
            session.send(.timelineChanged(World.incident))
            session.press("a")
            session.type("the paste is from 13:05")
        case "log":
            session.press("L")
            session.send(.answered(.log(.function(name: "catalogue-search")), .log(World.log(12))))
        case "menu": session.run("theme")
        case "plan":
            session.send(.pushed(.plan, World.plan))
            session.send(.pushed(.timeline, World.timeline))
            session.press("6", "j")
        case "share":
            session.openPassword()
            session.send(.shareDetected("a second tmux client"))
        default: if !show(answer: name, &session) { Issue.record("no such frame: \(name)") }
        }
        return session
    }

    /// The detail of the first thing of a list, with all that AWS tells of it.
    private static func open(_ kind: ResourceKind, _ list: String, _ session: inout Session) {
        show(list, &session)
        session.press("g")
        guard let detail = World.fullDetail(of: kind) else { return }
        session.run(detail.row.common.reference.description)
        // Beside the list it may have been glimpsed already.
        session.press("R")
        for case .loadDetail(let reference, let generation) in session.takeEffects() {
            session.send(.detailLoaded(reference, generation: generation, detail))
        }
    }

    private static func show(_ command: String, _ session: inout Session) {
        session.press(":")
        session.type(command)
        session.press(.enter)
        session.answerLoads()
        session.wait(0.4)
        session.answerLoads()
    }
}
