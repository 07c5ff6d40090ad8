import FoundationEssentials
import Inventory

/// A change from end to end, before anything is changed: what, in which order, how it is checked, how it is taken back.
///
/// A value without a value: ids, tokens and names only. It is a file that can be reviewed, mailed and applied by someone
/// else (`Plan+JSON.swift`); applying re-reads the world and refuses if it has moved.
public struct Plan: Hashable, Sendable {
    public static let format = 1

    public let id: PlanID
    public let work: PlanWork
    /// What changes: a secret (with a pointer for one field), a parameter, a variable; for a redeployment its first
    /// function.
    public let subject: Reference
    /// To the second.
    public let created: Date
    public let region: String
    public let account: String
    /// The `ClientRequestToken` of the plan's own version, 32 characters.
    public let token: String
    /// nil only where no value changes, or the rotation function decides.
    public var transition: Transition?
    /// nil where no value changes.
    public var recipe: ValueRecipe?
    /// The command of the person's that changes the target system.
    public var hook: String?
    /// Whether copies of the value were looked for, which needs a note.
    public var copiesSearched: Bool
    public var source: PlannedSource
    /// What a set makes, deletes or configures; nil where only values change.
    public var change: PlannedChange?
    /// A value's way to another store; nil for every other work.
    public var move: PlannedMove?
    /// What is done to a KMS key; nil for every other work.
    public var key: PlannedKey?
    /// Before the waves.
    public var opening: [PlanStep]
    /// In the waves, in this order.
    public var lanes: [FunctionLane]
    /// Behind the waves.
    public var closing: [PlanStep]
    public var rollout: Rollout
    public var holders: [PlanHolder]
    public var readers: [PlanReader]
    public var leftOut: [PlanOmission]
    /// What no rollback takes back, in words.
    public var cannotUndo: [String]
    public var warnings: [String]
    public var permissions: [PlanPermission]
    public var estimate: PlanEstimate

    public init(
        id: PlanID, work: PlanWork, subject: Reference, created: Date, region: String, account: String, token: String,
        transition: Transition? = nil, recipe: ValueRecipe? = nil, hook: String? = nil, copiesSearched: Bool = false,
        source: PlannedSource = .none, change: PlannedChange? = nil, move: PlannedMove? = nil,
        key: PlannedKey? = nil,
        opening: [PlanStep] = [],
        lanes: [FunctionLane] = [], closing: [PlanStep] = [],
        rollout: Rollout = Rollout(), holders: [PlanHolder] = [], readers: [PlanReader] = [],
        leftOut: [PlanOmission] = [], cannotUndo: [String] = [], warnings: [String] = [],
        permissions: [PlanPermission] = [], estimate: PlanEstimate = PlanEstimate()
    ) {
        self.id = id
        self.work = work
        self.subject = subject
        self.created = created
        self.region = region
        self.account = account
        self.token = token
        self.transition = transition
        self.recipe = recipe
        self.hook = hook
        self.copiesSearched = copiesSearched
        self.source = source
        self.change = change
        self.move = move
        self.key = key
        self.opening = opening
        self.lanes = lanes
        self.closing = closing
        self.rollout = rollout
        self.holders = holders
        self.readers = readers
        self.leftOut = leftOut
        self.cannotUndo = cannotUndo
        self.warnings = warnings
        self.permissions = permissions
        self.estimate = estimate
    }

    /// A token for a new plan: 32 hexadecimal digits.
    public static func randomToken() -> String {
        (0..<4).map { _ in PlanID.random().text.dropFirst(2) }.joined()
    }
}
