import Inventory

/// What decides whether a key applies: where we are, what is selected and what is allowed.
public struct KeyContext: Sendable, Equatable {
    /// What the cursor is on.
    public enum Selection: Sendable, Equatable {
        case nothing
        /// A row of a list.
        case row(ResourceKind)
        /// An environment variable.
        case variable
        /// The closed value of a parameter or secret.
        case value
        /// A line of words.
        case line
    }

    public var screen: Screen
    public var selection: Selection = .nothing
    /// What is selected names something that can be followed.
    public var hasLink = false
    /// The kind that the detail screen is about.
    public var detailKind: ResourceKind?
    public var isReadOnly = false
    public var isShared = false
    /// A value is on the screen.
    public var isRevealed = false
    /// The value is longer than its box.
    public var isLongValue = false
    public var isFetching = false
    /// Values may be copied somewhere.
    public var hasClipboard = false
    public var panes = 1
    public var isFiltered = false
    public var hasBack = false
    public var hasForward = false
    public var hasLast = false
    public var hasPlan = false
    public var hasTimeline = false
    public var hasIncident = false
    /// A plan of this console is being made or carried out.
    public var isPlanMaking = false
    public var isPlanRunning = false
    /// What can be done with the plan on the screen; nil where there is none.
    public var planCommands: [PlanCommand]?
    /// What the line names can get a new value or start anew.
    public var canRotate = false

    public init(screen: Screen) {
        self.screen = screen
    }
}
