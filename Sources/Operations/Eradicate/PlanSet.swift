import FoundationEssentials
import Inventory

/// One plan for everything that an incident may have shown: each value of the blast radius, in the order in which they can
/// be rotated, and behind the last of them the retirement of all old values.
///
/// Ids, names and reasons, never a value. It is a file, like a plan.
public struct PlanSet: Hashable, Sendable {
    public static let format = 1

    public let id: PlanSetID
    /// To the second.
    public let created: Date
    public let region: String
    public let account: String
    /// The incident that it belongs to; nil if none was attached.
    public let incident: String?
    /// What the blast radius was reckoned from, in words.
    public let sources: [String]
    /// In the order in which they are carried out.
    public var members: [PlanSetMember]
    /// What is in the blast radius and gets no new value here, with the reason.
    public var leftOut: [PlanOmission]
    public var warnings: [String]
    /// What holds for every member whenever its plan is made.
    public let wishes: RotationWishes

    public init(
        id: PlanSetID, created: Date, region: String, account: String, incident: String?, sources: [String],
        members: [PlanSetMember], leftOut: [PlanOmission], warnings: [String], wishes: RotationWishes
    ) {
        self.id = id
        self.created = created
        self.region = region
        self.account = account
        self.incident = incident
        self.sources = sources
        self.members = members
        self.leftOut = leftOut
        self.warnings = warnings
        self.wishes = wishes
    }

    /// What is asked of a planner when a member's turn comes: what was reviewed, once more.
    public func request(_ member: PlanSetMember) -> RotationRequest {
        let plan = member.reviewed
        let recipe: ValueRecipe =
            switch plan.recipe {
            case .generated(let value)?: .generated(value)
            case .given?, .unchanged?, .byRotation?, .version?, nil: .given
            }
        return RotationRequest(
            member.reference, transition: plan.transition, recipe: recipe, hook: plan.hook, wishes: wishes)
    }
}
