import ConsoleViewModels
import Inventory
import RandomSource
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("whatever happens, in whatever order")
struct RandomWalkTests {
    @Test(
        "it never crashes, never holds two values, never asks without a note", arguments: 1...8 as ClosedRange<UInt64>)
    func walk(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var session = Session(columns: seed.isMultiple(of: 2) ? 80 : 120, rows: 24)
        var values: [SecretBytes] = []
        var tickets: [RevealTicket] = []
        for step in 0..<400 {
            try act(step, &session, &random, &values, tickets)
            for effect in session.takeEffects() {
                switch effect {
                case .reveal(let request):
                    #expect(!request.note.isEmpty)
                    #expect(!session.model.isReadOnly && !session.model.share.isOn)
                    tickets.append(request.ticket)
                case .recordModeChange(let change):
                    if Bool.random(using: &random) { session.send(.modeRecorded(change)) }
                case .runPlan(let order):
                    #expect(!session.model.isReadOnly && !session.model.share.isOn)
                    order.value?.wipe()
                case .makePlan(let wish):
                    #expect(!session.model.isReadOnly && !session.model.share.isOn)
                    session.send(.planMade(id: "p-7f3a0001", wish, unseen: []))
                case .ask(.planSheet, _):
                    session.send(.answered(.planSheet("p-7f3a0001"), .planSheet(World.sheet(asksValue: true))))
                case .incident(.contain), .incident(.undo):
                    #expect(!session.model.isReadOnly && !session.model.share.isOn)
                case .incident(.prepare(let word, let reference)):
                    session.send(.containmentPrepared(World.containment(word, reference)))
                case .incident: session.send(.timelineChanged(World.incident))
                case .stopPlan: session.send(.planFollowed(World.ended(.stopped)))
                case .signIn:
                    #expect(!session.model.share.isOn)
                    session.send(.signInInvited(FrameTests.invitation))
                case .load, .loadDetail, .loadIdentity, .cancelLoad, .cancelDetail, .sort, .survey, .letGo, .loadTags,
                    .ask,
                    .cancelReveal,
                    .export, .reopen,
                    .maskRevealed, .cancelSignIn, .answerMFA, .copyValue, .saveFilters, .chooseTheme, .copyName,
                    .clearClipboard,
                    .redraw, .suspend, .quit:
                    break
                }
            }
            #expect(values.count { $0.count > 0 } <= 1)
            values.removeAll { $0.count == 0 }
            let isOpen = session.model.curtain.value != nil
            #expect(values.isEmpty == !isOpen)
            if step.isMultiple(of: 5) {
                let shows = session.showsValue
                #expect(!shows || isOpen)
                #expect(!session.shows("CANARY"))
            }
        }
    }

    private func act(
        _ step: Int, _ session: inout Session, _ random: inout SeededRandom, _ values: inout [SecretBytes],
        _ tickets: [RevealTicket]
    ) throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
            session.send(
                .resize(columns: .random(in: 1...220, using: &random), rows: .random(in: 1...60, using: &random)))
        case 1: session.send(.resize(columns: 80, rows: 24))
        case 2: session.wait(.random(in: 0...40, using: &random))
        case 3, 4, 5, 6:
            guard let ticket = tickets.suffix(3).randomElement(using: &random) else { return }
            if Int.random(in: 0..<4, using: &random) == 0 {
                let fields = [RevealedContent.Field(pointer: "/a", name: "a", size: .short)]
                session.send(.revealed(ticket, .fields(fields, version: nil)))
            } else {
                let value = try canary("CANARY-fake-\(step)\u{1B}]52;c;eA==\u{7}")
                values.append(value)
                let form: RevealedContent.Form = Bool.random(using: &random) ? .text : .binary
                session.send(.revealed(ticket, .value(value, form: form, version: nil)))
            }
        case 7: session.send(.rows(.secret, generation: .random(in: 1...3, using: &random), World.rows(of: .secret)))
        case 8: session.send(.listFinished(.secret, generation: .random(in: 1...3, using: &random)))
        case 9: session.send(.listFailed(.parameter, generation: 1, Problem(.denied, "denied")))
        case 10: session.openPassword()
        case 11, 12:
            session.press("x")
            session.type("some reason")
            session.press(.enter, .enter)
        default:
            let keys: [Key] = [
                "j", "k", "x", "X", "S", "q", "Q", ":", "/", "?", "o", "O", "n", "N", "g", "G", "c", "u", "R", "f", "+",
                "_",
                "-", "[", "]", "1", "2", "4", "5", "8", "a", " ", .enter, .escape, .tab, .backTab, .up, .down, .left,
                .right, .pageUp, .pageDown, .backspace, .control("c"), .control("z"), .control("l"), .control("u"),
                .control("w"), .control("x"), .shiftLeft, .shiftRight, .function(5)
            ]
            session.send(.key(keys.randomElement(using: &random) ?? "j"))
        }
    }
}

/// A generator that gives the same walk on every machine (S. Vigna's splitmix64).
