import Inventory

/// The whole state of the console. A value: an event goes in, effects come out; it reads no clock, waits for
/// nothing and touches nothing outside.
public struct ConsoleModel: Sendable {
    public let settings: ConsoleSettings
    /// The name of the theme that was asked for last.
    public internal(set) var theme: String
    public internal(set) var savedFilters: [SavedFilter] = []
    public let keys: KeyTable
    /// When the last event happened.
    public internal(set) var now: ClockReading
    public internal(set) var columns: Int
    public internal(set) var rows: Int

    public internal(set) var identity = IdentityState.unknown
    /// The session at AWS has ended; what is on the screen was read before.
    public internal(set) var isSignedOut = false
    /// A sign-in is under way.
    var isSigningIn = false
    public internal(set) var incident: String?
    /// The attached incident as it was read last.
    var timeline: IncidentSheet?
    /// The watch over the incident's old credentials, once it has looked.
    var watch: WatchSheet?
    /// The only source that the timeline shows; nil: all.
    var timelineSource: IncidentSheet.Source?
    var incidents: [IncidentEntry]?
    public internal(set) var isReadOnly: Bool
    public internal(set) var share: ShareMode
    public internal(set) var curtain = Curtain.closed
    public internal(set) var overlay = Overlay.none
    public internal(set) var message: Notice?

    public internal(set) var trail = ScreenTrail(.list(.function))
    /// The kind that the list pane shows.
    public internal(set) var kind = ResourceKind.function
    public internal(set) var log = CommandLogModel()
    /// Position in `ResourceKind.allCases` of the resources screen.
    public internal(set) var resourcesCursor = 0
    public internal(set) var isWide = false
    public internal(set) var isFull = false
    /// The list's part of the width beside a detail.
    public internal(set) var listPercent = 50
    public internal(set) var isSuspended = false

    var chosenColumns: [ResourceKind: [ListColumn]]
    var lists: [ListModel]
    var details: [Reference: DetailModel] = [:]
    /// The details in the order in which they were last used.
    var detailsUsed: [Reference] = []
    /// Those whose answers may still be on their way.
    var detailsAsked: [Reference] = []
    var equals = EqualValues(rows: [])
    var surveys: [Survey] = []
    var reports: [ReportTopic: ReportModel] = [:]
    /// How many calls had been made when a question was asked that is not answered yet.
    public internal(set) var askedAt: [ReportTopic: Int] = [:]
    public internal(set) var planAskedAt = 0
    /// The key hints are put away, or the way that led here is shown.
    public internal(set) var hidesHints = false
    public internal(set) var showsCrumbs = false
    /// What a plan is being made for.
    public internal(set) var planWish: PlanWish?
    /// The run of this console, and after it how it ended.
    public internal(set) var follow: PlanFollow?
    /// A run was ordered of which nothing was heard yet.
    var orderedPlan: String?
    /// The run was asked to stop.
    public internal(set) var isPlanStopping = false
    /// The plans that were read, by their ids.
    var sheets: [String: PlanSheet] = [:]
    /// Why a plan was made, offered again when it is applied.
    var planNotes: [String: String] = [:]
    /// The answers from which a plan is being made, where they were given, and whether they led to none.
    var planForm: (form: Form, screen: Screen, failed: Bool)?
    /// What is to be done with a plan once it is read: the first of these that it allows.
    var wantedCommands: (plan: String, commands: [PlanCommand])?
    var commandHistory: [String] = []
    var lastKey: Double
    /// esc and q go back alike but for a list, where only q leaves.
    var lastKeyWasEscape = false
    var nextTicket = 1
    /// Notes that may be offered again.
    var heldNotes = HeldNotes()
    /// While the cursor moves, the detail beside it stays on what it was on: painting each thing that is passed by would
    /// cost more than the move.
    var passing: (detail: Reference?, until: Double)?
    /// When the detail beside the list is asked for, if the cursor rests until then.
    var glimpseDue: Double?
    /// The lists whose tags were asked for since they were loaded.
    var tagsAsked: Set<ResourceKind> = []
    /// When the log that is looked at is asked for again.
    var logDue: Double?
    /// The variable to put the cursor on once its function is there.
    var wantedVariable: String?
    var outbox: [ConsoleEffect] = []

    public init(
        settings: ConsoleSettings, keys: KeyTable = KeyTable(), columns: Int, rows: Int, now: ClockReading
    ) {
        self.settings = settings
        theme = settings.theme
        chosenColumns = settings.columns
        self.keys = keys
        self.columns = columns
        self.rows = rows
        self.now = now
        lists = ResourceKind.allCases.map { ListModel($0) }
        incident = settings.incident
        isReadOnly = settings.readOnly
        share = settings.share.map { .on($0) } ?? .off
        lastKey = now.monotonic
    }

    /// The effects that fill the first screen. Draw once before carrying them out.
    public mutating func start() -> [ConsoleEffect] {
        emit(.loadIdentity)
        loadIfUnasked(kind)
        return drain()
    }

    /// Takes in what happened at that time and says what is to be done.
    public mutating func handle(_ event: ConsoleEvent, at now: ClockReading) -> [ConsoleEffect] {
        self.now = now
        take(event)
        return drain()
    }

    mutating func emit(_ effect: ConsoleEffect) {
        outbox.append(effect)
    }

    private mutating func drain() -> [ConsoleEffect] {
        let effects = outbox
        outbox.removeAll(keepingCapacity: true)
        return effects
    }
}
