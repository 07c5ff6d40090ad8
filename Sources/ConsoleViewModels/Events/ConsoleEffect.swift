import Inventory

/// Everything that the console asks of the world. The effect runner carries these out and answers with events.
public enum ConsoleEffect: Sendable, Equatable {
    /// Who are we: answered by `.identity` or `.identityFailed`.
    case loadIdentity
    /// Fill a list: answered by `.rows`… and one `.listFinished` or `.listFailed` with the same generation.
    case load(ResourceKind, generation: Int)
    case cancelLoad(ResourceKind, generation: Int)
    /// The tags of what is in a list, which its calls do not tell: answered by `.tagged`, or a notice.
    case loadTags(ResourceKind)
    /// Answered by `.detailLoaded` or `.detailFailed` with the same generation.
    case loadDetail(Reference, generation: Int)
    case cancelDetail(Reference, generation: Int)
    /// `job.run()` away from the main thread: answered by `.sorted`.
    case sort(SortJob)
    /// `job.run()` away from the main thread: answered by `.surveyed`.
    case survey(SurveyJob)
    /// `remains.release()` away from the main thread.
    case letGo(RowRemains)
    /// Answered by `.answered` with the same topic; `again`: not from what was read a while ago.
    case ask(ReportTopic, again: Bool)

    /// Write the request to the audit trail, then fetch: answered by `.revealed` or `.revealFailed`.
    case reveal(RevealRequest)
    /// The person no longer wants the answer. A late answer is wiped by the model and never drawn.
    case cancelReveal(RevealTicket, MaskReason)
    /// The value is closed and wiped in the model. Repaint at once, then write the closing record.
    case maskRevealed(RevealTicket, MaskReason)

    /// Write `mode.changed` to the audit trail: answered by `.modeRecorded` or `.modeRecordFailed`.
    case recordModeChange(ModeChange)

    /// Read the account and make a plan: answered by `.planMade` or `.planFailed`.
    case makePlan(PlanWish)
    /// Carry a plan out beside everything else: followed by `.planFollowed` to its end.
    case runPlan(PlanOrder)
    /// Stop the run behind the call that is under way.
    case stopPlan

    /// Something about the incident: answered by `.timelineChanged`, `.containmentPrepared`, `.notice` or a failure.
    case incident(IncidentOrder)

    /// Sign in by a page and a code: answered by `.signInInvited`, then `.signedIn` or `.signInFailed`.
    case signIn
    case cancelSignIn
    /// What was typed for `.mfaAsked`; nil: nothing.
    case answerMFA(HiddenText?)
    case export(ExportedContent, to: String)
    /// Begin again with another profile or region; nil: as it is.
    case reopen(profile: String?, region: String?)

    /// Keep these filters for later sessions, in the place of those that were kept.
    case saveFilters([SavedFilter])
    /// Paint in another theme from here on.
    case chooseTheme(String)

    /// A name or ARN to the clipboard, never a value.
    case copyName(String)
    /// Write the request to the audit trail, fetch, and put the value into the clipboard for a while; told by notices.
    case copyValue(Reference, note: String)
    /// Take back what was copied, if it is still there.
    case clearClipboard
    /// Paint every cell again.
    case redraw
    /// The value is closed already: leave the screen, stop the process group, and come back with `.didResume`.
    case suspend
    case quit(QuitReason)
}
