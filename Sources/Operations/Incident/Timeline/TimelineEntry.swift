import FoundationEssentials

/// One line of an incident's timeline, as it is put in. Never a value, its length, or a plain hash of it.
///
/// The text that people type and that AWS sends is kept as it is; it is cleaned where it is drawn.
public struct TimelineEntry: Equatable, Sendable {
    /// When it happened, which may be long before it was written down.
    public var time: Date
    /// Whether the time is a person's guess.
    public var isEstimated: Bool
    public var source: TimelineSource
    public var action: TimelineAction
    public var phase: IncidentPhase?
    public var actorARN: String?
    /// The login name, or the name that CloudTrail gives.
    public var user: String?
    public var session: String?
    public var host: String?
    public var account: String?
    public var region: String?
    /// What it is about, in the reference grammar where there is one.
    public var target: String?
    public var versionBefore: String?
    public var versionAfter: String?
    public var requestID: String?
    /// `done`, `denied`, an error code.
    public var result: String?
    public var note: String?
    /// Who decided: the outcome counts, not the votes.
    public var decisionBy: String?
    /// What is to be done, and by whom if the person said so.
    public var todo: String?
    public var owner: String?
    /// Where the proof is: an event id, a request id, a dashboard, a file of the incident's folder.
    public var evidence: [String]
    public var plan: String?
    public var moment: IncidentMoment?
    public var section: IncidentSection?
    public var change: IncidentChange?
    /// The containment that it belongs to, with all that its undo needs.
    public var containment: Containment?
    /// The entry that it answers, by its short id: the todo that is done.
    public var answers: String?

    public init(
        _ action: TimelineAction, from source: TimelineSource, at time: Date, isEstimated: Bool = false,
        phase: IncidentPhase? = nil, target: String? = nil, note: String? = nil, evidence: [String] = []
    ) {
        self.time = time
        self.isEstimated = isEstimated
        self.source = source
        self.action = action
        self.phase = phase
        self.target = target
        self.note = note
        self.evidence = evidence
    }
}
