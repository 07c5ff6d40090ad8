import FoundationEssentials
import Inventory
import StrictJSON

extension Plan {
    /// Reads a plan's file.
    ///
    /// - Throws: what is wrong and where. A plan is written by us; whatever does not fit is refused, because steps are
    ///   carried out that are read here.
    public init(json bytes: [UInt8]) throws(PlanFault) {
        try self.init(PlanNode(json: bytes))
    }

    init(_ node: PlanNode) throws(PlanFault) {
        let format = try node.number("format")
        guard format == Self.format else {
            throw PlanFault("format \(format) is not one that this version knows; was it written by a newer curtain?")
        }
        guard let id = PlanID(try node.text("id")) else { throw PlanFault("id is no plan's id") }
        guard let created = try? Date(try node.text("created"), strategy: .iso8601) else {
            throw PlanFault("created is no time")
        }
        let steps = try Self.steps(node)
        let waves = Self.waves(in: steps)
        var lanes: [FunctionLane] = []
        for lane in try node.list("functions") { lanes.append(try FunctionLane(lane)) }
        self.init(
            id: id, work: try node.word("work"), subject: try node.reference("ref"), created: created,
            region: try node.text("region"), account: try node.text("account"), token: try node.text("token"),
            transition: try node.optional("transition") == nil ? nil : try node.word("transition"),
            recipe: node.node["recipe"]?.isNull == false ? try ValueRecipe(node.object("recipe")) : nil,
            hook: try node.optional("hook"), copiesSearched: try node.flag("copiesSearched"),
            source: try PlannedSource(node.object("source")),
            change: node.node["change"] == nil ? nil : try PlannedChange(node.object("change")),
            move: node.node["move"] == nil ? nil : try PlannedMove(node.object("move")),
            key: node.node["key"] == nil ? nil : try PlannedKey(node.object("key")),
            opening: Array(steps[..<waves.lowerBound]), lanes: lanes, closing: Array(steps[waves.upperBound...]),
            rollout: try Rollout(node.object("rollout")))
        try readFindings(node)
        // The words of a step may change from version to version; what it does may not.
        guard self.steps.map(\.key) == steps.map(\.key), self.steps.map(\.wave) == steps.map(\.wave) else {
            throw PlanFault("steps are not in the order that the plan's own functions and rollout give")
        }
        guard (32...64).contains(token.utf8.count) else { throw PlanFault("token is no request token") }
    }

    /// The places of the steps that belong to waves; where there are none, the place between opening and closing.
    private static func waves(in steps: [PlanStep]) -> Range<Int> {
        guard let first = steps.firstIndex(where: { $0.wave != nil }),
            let last = steps.lastIndex(where: { $0.wave != nil })
        else {
            let place = steps.firstIndex { $0.action.endsPlan } ?? steps.count
            return place..<place
        }
        return first..<last + 1
    }

    private static func steps(_ node: PlanNode) throws(PlanFault) -> [PlanStep] {
        var steps: [PlanStep] = []
        for step in try node.list("steps") {
            steps.append(
                PlanStep(
                    try step.word("action"), try step.reference("ref"), call: try step.text("call"),
                    undo: try step.word("undo"), wave: try step.optionalNumber("wave")))
        }
        return steps
    }

    private mutating func readFindings(_ node: PlanNode) throws(PlanFault) {
        for holder in try node.list("holders") {
            holders.append(
                PlanHolder(
                    reference: try holder.reference("ref"), holds: try holder.text("holds"),
                    end: try holder.text("end")))
        }
        for reader in try node.list("readers") {
            readers.append(
                PlanReader(
                    reference: try reader.reference("ref"), via: try reader.text("via"),
                    until: try reader.text("until")))
        }
        for omission in try node.list("leftOut") {
            leftOut.append(PlanOmission(reference: try omission.reference("ref"), why: try omission.text("why")))
        }
        cannotUndo = try node.texts("cannotUndo")
        warnings = try node.texts("warnings")
        for permission in try node.list("permissions") {
            permissions.append(
                PlanPermission(
                    action: try permission.text("action"), resource: try permission.text("resource"),
                    decision: try permission.optional("decision")))
        }
        estimate = PlanEstimate(
            calls: try node.number("calls"), sharedCalls: try node.number("sharedCalls"),
            seconds: try node.number("seconds"), dollars: node.node["dollars"]?.double ?? 0)
    }
}
