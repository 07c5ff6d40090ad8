import FoundationEssentials
import Inventory

extension PlanSet {
    /// Reads a set's file.
    ///
    /// - Throws: what is wrong and where; whatever does not fit is refused, because plans are made from what is read.
    public init(json bytes: [UInt8]) throws(PlanFault) {
        let node = try PlanNode(json: bytes)
        guard try node.number("format") == Self.format else {
            throw PlanFault("its format is not one that this version knows; was it written by a newer curtain?")
        }
        guard let id = PlanSetID(try node.text("id")) else { throw PlanFault("id is no set's id") }
        guard let created = try? Date(try node.text("created"), strategy: .iso8601) else {
            throw PlanFault("created is no time")
        }
        var members: [PlanSetMember] = []
        for member in try node.list("members") { members.append(try PlanSetMember(member)) }
        var leftOut: [PlanOmission] = []
        for omission in try node.list("leftOut") {
            leftOut.append(PlanOmission(reference: try omission.reference("ref"), why: try omission.text("why")))
        }
        self.init(
            id: id, created: created, region: try node.text("region"), account: try node.text("account"),
            incident: try node.optional("incident"), sources: try node.texts("sources"), members: members,
            leftOut: leftOut, warnings: try node.texts("warnings"), wishes: try RotationWishes(node.object("wishes")))
    }
}

extension PlanSetMember {
    init(_ node: PlanNode) throws(PlanFault) {
        var after: [Reference] = []
        for text in try node.texts("after") {
            do throws(ReferenceError) { after.append(try Reference(parsing: text)) } catch {
                throw node.fault("after has what is no reference")
            }
        }
        let plan = try node.optional("plan")
        let id = plan.flatMap { PlanID($0) }
        guard plan == nil || id != nil else { throw node.fault("plan is no plan's id") }
        self.init(
            try node.reference("ref"), why: try node.texts("why"), after: after,
            copyOf: try node.optional("copyOf") == nil ? nil : try node.reference("copyOf"),
            reviewed: try Plan(node.object("reviewed")), plan: id)
    }
}

extension RotationWishes {
    init(_ node: PlanNode) throws(PlanFault) {
        self.init(
            clearsPending: try node.flag("clearsPending"), excluded: Set(try node.texts("excluded")),
            included: Set(try node.texts("included")), writesOverStacks: try node.flag("writesOverStacks"),
            deploysStacks: try node.flag("deploysStacks"), rollout: try Rollout(node.object("rollout")))
    }
}
