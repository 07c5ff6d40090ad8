import FoundationEssentials
import Inventory

/// Makes the plan set of a blast radius, by the planner that makes the plan of one value.
public struct PlanSetPlanner: Sendable {
    private let planner: RotationPlanner
    private let graph: ConsumerGraph

    /// - Parameters:
    ///   - planner: with the same facts as the graph.
    ///   - graph: with the fingerprints of the stored values of the radius.
    public init(_ planner: RotationPlanner, graph: ConsumerGraph) {
        self.planner = planner
        self.graph = graph
    }

    /// How many encrypted parameters are read to find those that hold a value of the radius.
    static let parameterLimit = 500

    /// The stored values that have to be read before `plan` can be asked: those of the radius, and all that may hold the
    /// same.
    public static func toRead(_ radius: BlastRadius, in facts: AccountFacts) -> (sources: [Reference], gaps: [String]) {
        var sources: [Reference] = []
        var gaps: [String] = []
        for entry in radius.entries {
            switch entry.reference {
            case .secret, .parameter:
                if let source = entry.reference.ofRow, !sources.contains(source) { sources.append(source) }
            case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
                .stack:
                continue
            }
        }
        guard !radius.entries.isEmpty else { return ([], []) }
        let encrypted = facts.parameters.filter { $0.type == "SecureString" }.map(\.common.reference)
        if encrypted.count > Self.parameterLimit {
            gaps.append(
                "\(encrypted.count) encrypted parameters were not read to see which of them hold the same value: "
                    + "curtain match says where a single value is")
        }
        let others = facts.secrets.map(\.common.reference) + (encrypted.count > Self.parameterLimit ? [] : encrypted)
        return (sources + others.filter { !sources.contains($0) }, gaps)
    }

    /// - Parameters:
    ///   - sources: what the radius was reckoned from, in words.
    ///   - tested: adds to a plan what IAM says of its permissions.
    /// - Throws: `usage` if nothing is in the radius, or if a transition is not declared.
    public func plan(
        _ radius: BlastRadius, sources: [String], choices: PlanSetChoices, wishes: RotationWishes, incident: String?,
        tested: @Sendable (Plan) async -> Plan = { $0 }
    ) async throws(OperationFailure) -> PlanSet {
        let found = RadiusValues(radius, in: graph)
        var set = PlanSet(
            id: .random(), created: planner.now, region: planner.facts.region, account: planner.facts.account,
            incident: incident, sources: sources, members: [], leftOut: radius.leftOut + found.leftOut,
            warnings: radius.warnings + found.warnings, wishes: wishes)
        for value in found.values {
            let request = request(value, choices, wishes)
            guard request.transition != nil else {
                throw OperationFailure(
                    .usage,
                    "say whether old and new values work side by side: --overlap or --cutover for all, and the other of "
                        + "the two with --overlap-of REF or --cutover-of REF")
            }
            do throws(OperationFailure) {
                let plan = await tested(try await planner.rotate(request))
                set.members.append(
                    PlanSetMember(
                        value.reference, why: value.why,
                        after: found.needs[value.reference, default: []].sorted { $0.text < $1.text },
                        copyOf: value.copyOf, reviewed: plan))
            } catch {
                // One that cannot be planned must not keep the others from it.
                set.leftOut.append(PlanOmission(reference: value.reference, why: error.message))
            }
        }
        guard !set.members.isEmpty else {
            let why = set.leftOut.first.map { ": \($0.reference): \($0.why)" } ?? ""
            throw OperationFailure(.notFound, "nothing in the blast radius can get a new value\(why)")
        }
        return set
    }

    private func request(
        _ value: RadiusValues.Value, _ choices: PlanSetChoices, _ wishes: RotationWishes
    ) -> RotationRequest {
        let said = choices.said(choices.recipes, of: value.reference)
        let recipe: ValueRecipe = value.copyOf != nil ? .given : said ?? (value.isGiven ? .given : choices.recipe)
        return RotationRequest(
            value.reference, transition: choices.said(choices.transitions, of: value.reference) ?? choices.transition,
            recipe: recipe, hook: choices.said(choices.hooks, of: value.reference), wishes: wishes)
    }
}
