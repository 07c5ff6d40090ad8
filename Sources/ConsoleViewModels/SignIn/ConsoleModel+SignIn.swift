import ForeignText
import Inventory

/// The session at AWS that has ended, and the way back in. What is on the screen stays; what failed is asked again.
extension ConsoleModel {
    /// Looks whether a failure means that the session has ended, and offers to sign in again, once.
    mutating func noteSession(_ problem: Problem) {
        guard problem.kind == .expiredCredentials, !isSignedOut else { return }
        isSignedOut = true
        closeCurtain(.failure)
        if overlay == .none { offerSignIn(problem) }
    }

    /// Opens the question; where the screen is shared it says why not.
    mutating func offerSignIn(_ problem: Problem? = nil) {
        guard !share.isOn else { return refuse(.shareMode) }
        guard !isSigningIn else {
            message = Notice(.information, "the sign-in is under way")
            return
        }
        var lines = problem.map { [$0.summary] } ?? []
        let verb: String
        if let name = settings.signIn {
            lines.append("Sign in to \(name): a page and a code are shown next, to be confirmed in a browser.")
            verb = "Sign in"
        } else {
            lines.append(
                "Sign in elsewhere (aws login, aws sso login, new keys in the profile), then try again. Keys of the"
                    + " environment cannot change while curtain runs.")
            verb = "Try again"
        }
        lines.append("What is on the screen stays, and goes on where it was. :login brings this back.")
        overlay = .form(
            Form(
                .signIn, title: isSignedOut ? "The session has ended" : "Sign in", lines: lines, fields: [],
                verb: verb))
    }

    mutating func beginSignIn() {
        guard settings.signIn != nil else { return goOn() }
        isSigningIn = true
        message = Notice(.information, "signing in: asking for a code")
        emit(.signIn)
    }

    mutating func invited(_ invitation: SignInInvitation) {
        guard isSigningIn else { return }
        guard !share.isOn else { return cancelSignIn() }
        message = nil
        let lines = [
            "Open this page in a browser, on this machine or another:", ForeignText.visible(invitation.url),
            "and confirm the code \(ForeignText.visible(invitation.code)), if it is the one that the page shows.",
            "Without the code in the address: \(ForeignText.visible(invitation.plainURL))",
            "It counts until \(WallTime(invitation.expires).toSecond). The console goes on by itself then."
        ]
        overlay = .form(
            Form(.waitForSignIn, title: "Sign in", lines: lines, fields: [], verb: "Wait behind the screen"))
    }

    mutating func signedIn(_ words: String) {
        isSigningIn = false
        if case .form(let form) = overlay, form.purpose == .waitForSignIn { overlay = .none }
        goOn()
        message = Notice(.information, ForeignText.visible(words))
    }

    mutating func signInFailed(_ problem: Problem) {
        guard isSigningIn else { return }
        isSigningIn = false
        if case .form(let form) = overlay, form.purpose == .waitForSignIn { overlay = .none }
        message = Notice(.failure, problem.visible.line)
    }

    mutating func cancelSignIn() {
        guard isSigningIn else { return }
        isSigningIn = false
        emit(.cancelSignIn)
        message = Notice(.information, "the sign-in was given up")
    }

    // MARK: a device's code

    /// A role asks for the code of an MFA device. What is open is closed: the call that asks is waited for.
    mutating func askMFA(_ serial: String) {
        // An older question of this kind was given up by whoever asks now.
        if case .form(let form) = overlay, form.purpose != .mfa { closeForm() }
        closeCurtain(.screenChanged)
        overlay = .form(
            Form(
                .mfa, title: "MFA code",
                lines: ["The role asks for the code that \(ForeignText.visible(serial)) shows now."],
                fields: [Form.Field(.code, "Code", hint: "six digits", .hidden(HiddenText()))], verb: "Go on"))
    }

    // MARK: going on

    /// Asks again for whatever failed because of the session.
    mutating func goOn() {
        isSignedOut = false
        emit(.loadIdentity)
        for kind in ResourceKind.allCases {
            if case .failed(let problem, _) = list(kind).state, problem.isOfSession { load(kind) }
        }
        switch screen {
        case .detail(let reference): loadDetail(reference, again: true)
        case .report(let topic): if topic.source == .asked { ask(topic, again: true) }
        case .list, .resources, .context, .commandLog, .firstRun: lookAhead()
        }
    }
}

extension Problem {
    /// Whether new credentials may mend it.
    var isOfSession: Bool {
        switch kind {
        case .noCredentials, .expiredCredentials: true
        case .denied, .unreachable, .throttled, .notFound, .auditUnwritable, .other: false
        }
    }
}
