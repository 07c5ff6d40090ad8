import ConsoleViewModels
import Inventory
import SensitiveMemory
import TerminalCanvas
import Testing

@Suite("A session that ends in mid-work")
struct SignInFlowTests {
    private static let ended = FrameTests.ended
    private static let invitation = FrameTests.invitation

    private func session(signIn: String? = "sso-session corp") -> Session {
        var settings = ConsoleSettings.sample
        settings.signIn = signIn
        return Session(columns: 120, rows: 40, settings: settings)
    }

    @Test("says so, keeps its rows, offers to sign in, and goes on where it was")
    func there() {
        var session = session()
        session.press("j", "R")
        #expect(session.takeEffects().contains(.load(.function, generation: 2)))
        session.send(.listFailed(.function, generation: 2, Self.ended))
        #expect(session.shows("The session has ended"))
        #expect(session.shows("SESSION ENDED"))
        #expect(session.shows("payments-api"))
        session.press(.tab, .enter)
        #expect(session.takeEffects() == [.signIn])
        session.send(.signInInvited(Self.invitation))
        #expect(session.shows("WXYZ-ABCD"))
        #expect(session.shows("https://device.sso.eu-west-1.amazonaws.com/?user_code=WXYZ-ABCD"))
        session.send(.signedIn("signed in by sso-session corp until 2026-11-27T22:00:00Z"))
        #expect(!session.shows("WXYZ-ABCD"))
        #expect(session.shows("signed in by sso-session corp"))
        #expect(session.takeEffects().prefix(2) == [.loadIdentity, .load(.function, generation: 3)])
        session.send(.identity(World.identity))
        #expect(!session.shows("SESSION ENDED"))
    }

    @Test("whatever fails for it offers the same, once")
    func once() {
        var session = session()
        session.send(.identityFailed(Self.ended))
        #expect(session.shows("The session has ended"))
        session.press(.escape)
        #expect(session.shows("the session stays ended; :login signs in"))
        session.press("R")
        session.send(.listFailed(.function, generation: 2, Self.ended))
        #expect(!session.shows("The session has ended"))
        #expect(session.shows("SESSION ENDED"))
        session.run("login")
        #expect(session.shows("The session has ended"))
    }

    @Test("esc is the answer unless the button is pressed, and nothing is asked of anybody")
    func refused() {
        var session = session()
        session.send(.identityFailed(Self.ended))
        _ = session.takeEffects()
        session.press(.enter)
        #expect(session.takeEffects() == [])
        #expect(!session.shows("The session has ended"))
    }

    @Test("a detail and a report that failed are asked again")
    func screens() {
        var session = session()
        session.press(.enter)
        session.answerLoads()
        session.press("R")
        guard case .loadDetail(let reference, let generation)? = session.takeEffects().first else {
            Issue.record("no detail was asked for")
            return
        }
        session.send(.detailFailed(reference, generation: generation, Self.ended))
        session.press(.tab, .enter)
        session.send(.signedIn("signed in"))
        let asked = session.takeEffects()
        #expect(
            asked.contains { effect in
                if case .loadDetail(reference, generation: let next) = effect { next > generation } else { false }
            })
    }

    @Test("the waiting can be put behind the screen, given up, and fails with its reason")
    func waiting() {
        var session = session()
        session.run("login")
        session.press(.tab, .enter)
        session.send(.signInInvited(Self.invitation))
        session.press(.tab, .enter)
        #expect(!session.shows("WXYZ-ABCD"))
        session.send(.signInFailed(Problem(.expiredCredentials, "nobody confirmed the code in time")))
        #expect(session.shows("nobody confirmed the code in time"))
        _ = session.takeEffects()
        session.run("login")
        session.press(.tab, .enter)
        session.send(.signInInvited(Self.invitation))
        session.press(.escape)
        #expect(session.takeEffects() == [.signIn, .cancelSignIn])
        #expect(session.shows("the sign-in was given up"))
        session.send(.signInInvited(Self.invitation))
        #expect(!session.shows("WXYZ-ABCD"))
    }

    @Test("where nothing can be signed in to from here it says where, and tries again")
    func elsewhere() {
        var session = session(signIn: nil)
        session.send(.identityFailed(Self.ended))
        #expect(session.shows("Sign in elsewhere"))
        _ = session.takeEffects()
        session.press(.tab, .enter)
        #expect(session.takeEffects().first == .loadIdentity)
    }

    @Test("share mode shows no code")
    func shared() {
        var session = session()
        session.press("S")
        session.run("login")
        #expect(!session.shows("Sign in to"))
        session.send(.identityFailed(Self.ended))
        #expect(!session.shows("The session has ended"))
    }

    @Test("share mode that comes on while a code is awaited gives the sign-in up")
    func sharedLater() {
        var session = session()
        session.run("login")
        session.press(.tab, .enter)
        session.send(.shareDetected("tmux: a second client"))
        session.send(.signInInvited(Self.invitation))
        #expect(!session.shows("WXYZ-ABCD"))
        #expect(session.takeEffects().contains(.cancelSignIn))
    }

    @Test("the code of a device is typed without being shown, and goes nowhere else")
    func device() throws {
        var session = session()
        session.send(.mfaAsked("arn:aws:iam::1:mfa/ann\u{1B}[2J"))
        #expect(session.shows("arn:aws:iam::1:mfa/ann"))
        session.type("777 888")
        #expect(!session.shows("777"))
        #expect(!session.shows("888"))
        session.press(.enter, .enter)
        let codes = session.takeEffects().compactMap { effect in
            if case .answerMFA(let code?) = effect { code.bytes } else { nil }
        }
        try #require(codes.count == 1)
        #expect(codes[0].withUnsafeBytes { Array($0) } == Array("777 888".utf8))
    }

    @Test(
        "whoever asks for a code is answered when the question is closed, by whatever key",
        arguments: [Key.escape, .control("c"), "X"])
    func unanswered(key: Key) {
        var session = session()
        session.send(.mfaAsked("serial"))
        session.type("12")
        if key == "X" { session.press(.enter) }
        session.press(key)
        #expect(session.takeEffects().contains(.answerMFA(nil)))
        #expect(!session.shows("MFA code"))
    }

    @Test("a second question takes the first one's place, and only one is answered")
    func second() {
        var session = session()
        session.send(.mfaAsked("one"))
        session.type("1")
        session.send(.mfaAsked("two"))
        #expect(session.shows("two"))
        #expect(session.takeEffects() == [])
        session.press(.escape)
        #expect(session.takeEffects() == [.answerMFA(nil)])
    }
}
