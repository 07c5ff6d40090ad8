import Inventory
import SensitiveMemory

/// Finds what still holds the old value of a plan that is done. Reads, and changes nothing.
public struct RetirementPlanner: Sendable {
    /// What the account says now. With the source's stored fingerprints, which need a note.
    let facts: AccountFacts
    let graph: ConsumerGraph
    let secrets: any SecretStaging
    let parameters: any ParameterVersioning
    let functions: any FunctionChanging
    let callers: any PinnedCallerReading

    public init(
        facts: AccountFacts, graph: ConsumerGraph, secrets: any SecretStaging, parameters: any ParameterVersioning,
        functions: any FunctionChanging, callers: any PinnedCallerReading
    ) {
        self.facts = facts
        self.graph = graph
        self.secrets = secrets
        self.parameters = parameters
        self.functions = functions
        self.callers = callers
    }

    /// - Parameter keepsVersions: whether published versions stay although they hold the old value.
    /// - Throws: `usage` if the plan changes no value or is not done.
    public func retirement(
        of plan: Plan, _ progress: PlanProgress, keepsVersions: Bool = false
    ) async throws(OperationFailure) -> Retirement {
        guard plan.recipe != nil, plan.source != .none else {
            throw OperationFailure(.usage, "\(plan.id) has changed no value, so there is no old one")
        }
        guard progress.wasFinished else {
            throw OperationFailure(
                .usage, "\(plan.id) is not done: an old value is retired when everything has the new one")
        }
        do throws(CallFailure) {
            return try await retirement(plan, progress, keepsVersions)
        } catch {
            throw error.failure
        }
    }

    private func retirement(
        _ plan: Plan, _ progress: PlanProgress, _ keepsVersions: Bool
    ) async throws(CallFailure) -> Retirement {
        let old = try await oldFingerprints(plan, progress)
        let holding = versionsHolding(old)
        let pinned = try await callers.pinnedCallers(
            of: holding.map(\.function),
            versions: Dictionary(
                holding.map { ($0.function, [$0.version]) }, uniquingKeysWith: { $0.union($1) }))
        var gaps = facts.gaps + pinned.gaps
        if old.isEmpty {
            gaps.append("the old value could not be read, so copies of it were not looked for")
        }
        gaps.append("copies in other secrets, parameters, tables, logs and backups: curtain match finds the first two")
        var places = inUse(old) + readersOfOldVersion(plan)
        var deleted: [PlanStep] = []
        for (function, version, variables) in holding {
            let callers = pinned.callers.filter { $0.function == function && $0.version == version }
            let references = variables.map { Reference.variable(function: function, qualifier: version, name: $0) }
            if let caller = callers.first {
                places += references.map {
                    RetiredPlace($0, .inUse, "\(caller.words) calls version \(version) by its number")
                }
            } else if let stack = facts.stacks.first(where: { $0.members.contains(.function(name: function)) }) {
                places += references.map {
                    RetiredPlace(
                        $0, .stays,
                        "a version of a function of stack \(stack.name), which may have made it: it goes with the stack"
                    )
                }
            } else if keepsVersions {
                places += references.map {
                    RetiredPlace($0, .stays, "the published version keeps it for ever, as asked")
                }
            } else {
                places += references.map {
                    RetiredPlace($0, .removed, "a published version that no alias points to: it is deleted")
                }
                deleted.append(
                    PlanStep(
                        .deleteFunctionVersion, .function(name: function, qualifier: version),
                        call: "lambda:DeleteFunction \(function) Qualifier=\(version)"))
            }
        }
        places += templates(old) + leftOut(plan)
        let (sourcePlaces, sourceSteps) = try await source(plan)
        // The way back leads through the kept versions: they go after the others, and the source's own version last.
        let kept = Set(plan.lanes.compactMap { Self.keptVersion(of: $0, progress) })
        deleted.sort { !kept.contains($0.reference) && kept.contains($1.reference) }
        return Retirement(
            plan: plan.id, places: places + sourcePlaces, steps: finish(plan) + deleted + sourceSteps, gaps: gaps)
    }

    /// In an overlap the target system still takes the old value, and the hook ends that.
    private func finish(_ plan: Plan) -> [PlanStep] {
        guard let hook = plan.hook, plan.transition == .overlap else { return [] }
        return [
            PlanStep(.finishTarget, plan.wholeSubject, call: "\(hook) finish, the values on pipes")
        ]
    }

    static func keptVersion(of lane: FunctionLane, _ progress: PlanProgress) -> Reference? {
        let made = progress[StepKey(.keepFunctionVersion, .function(name: lane.function)), .forward].facts[.version]
        return (lane.keptVersion ?? made).map { .function(name: lane.function, qualifier: $0) }
    }
}

extension Plan {
    /// What the plan is about, without the field of it.
    var wholeSubject: Reference {
        switch subject {
        case .secret(let name, _, _): .secret(name: name)
        case .parameter(let name, _): .parameter(name: name)
        case .function, .variable, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            subject
        }
    }
}
