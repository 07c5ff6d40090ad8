import Inventory
import TerminalCanvas

/// Everything that can happen to the console. The event loop turns keys, timers, signals and answers
/// into these; nothing else changes a `ConsoleModel`.
public enum ConsoleEvent: Sendable {
    case key(Key)
    /// A bracketed paste, as the terminal sent it: for a text field, never keys. Outside of one it is dropped.
    case paste([UInt8])
    /// A visible line of a pane was chosen directly, counted from the first one that is visible.
    case pointed(ConsoleLayout.PaneKind, line: Int, opens: Bool)
    /// The mouse was pressed there: on a line it selects, on the selected one it opens.
    case clicked(row: Int, column: Int)
    /// The wheel was turned by so many lines.
    case scrolled(Int)
    case resize(columns: Int, rows: Int)
    /// Time has passed; see `ConsoleModel.nextWake`.
    case tick

    case identity(Identity)
    case identityFailed(Problem)

    /// Some rows of a list, as a page arrives. An answer to an older generation is dropped.
    case rows(ResourceKind, generation: Int, [ResourceRow])
    /// Rows of a list of which more is known now; they take the places of the earlier ones.
    case rowsChanged(ResourceKind, generation: Int, [ResourceRow])
    case listFinished(ResourceKind, generation: Int)
    /// What arrived before stays on the screen; the list says why it is not whole.
    case listFailed(ResourceKind, generation: Int, Problem)
    /// The answer to `ConsoleEffect.sort`.
    case sorted(SortedRows)
    /// The tags of the things of a kind by their ARNs.
    case tagged(ResourceKind, ResourceTags)
    /// The answer to `ConsoleEffect.survey`.
    case surveyed(SurveyResult)
    /// The answer to `ConsoleEffect.ask`.
    case answered(ReportTopic, ReportAnswer)
    /// A report that somebody keeps up to date, such as the steps of a plan; nil when there is none any more.
    case pushed(ReportTopic, Report?)

    /// A plan is made and kept; `unseen` is what could not be looked at.
    case planMade(id: String, PlanWish, unseen: [String])
    case planFailed(PlanWish, Problem)
    /// How the run of this console goes; it comes whenever something changes.
    case planFollowed(PlanFollow)
    /// The run that was ordered did not begin.
    case planRefused(Problem)
    /// Plans of earlier sessions that wait half-way.
    case plansWaiting([String])

    /// The answers to `ConsoleEffect.signIn`.
    case signInInvited(SignInInvitation)
    case signedIn(String)
    case signInFailed(Problem)
    /// A role asks for the code of this MFA device; answered by `ConsoleEffect.answerMFA`.
    case mfaAsked(String)

    case detailLoaded(Reference, generation: Int, ResourceDetail)
    case detailFailed(Reference, generation: Int, Problem)

    /// The answer to `ConsoleEffect.reveal`. From here on the model owns the bytes and wipes them.
    case revealed(RevealTicket, RevealedContent)
    /// Refused, denied or failed: nothing is shown.
    case revealFailed(RevealTicket, Problem)

    /// A mode change is on disk, so that it may take effect.
    case modeRecorded(ModeChange)
    case modeRecordFailed(ModeChange, Problem)

    /// A line for the command log.
    case callRecorded(CallLine)
    /// The attached incident and its timeline; nil when none is attached any more.
    case timelineChanged(IncidentSheet?)
    /// What a watch has seen up to now.
    case watched(WatchSheet)
    /// The watch has put something into the timeline.
    case incidentGrown
    /// What a containment would do.
    case containmentPrepared(ContainmentSheet)
    case incidentFailed(Problem)

    /// The filters that were kept from earlier sessions.
    case filtersLoaded([SavedFilter])
    case focusLost
    case willSuspend
    case didResume
    case terminalLost
    /// Somebody asked the process to end, with a signal.
    case leave
    /// A recorder or a shared terminal was seen; the words say which.
    case shareDetected(String)
    case notice(Notice)
}
