import AccountAccess
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations

extension EffectRunner {
    /// Answers a report that AWS has to be asked for.
    func ask(_ topic: ReportTopic, again: Bool, mode: AccessMode) {
        start(.report(topic)) { [world, inbox] in
            do throws(OperationFailure) {
                if let answer = try await self.answer(plans: topic, mode: mode) {
                    return inbox.post(.answered(topic, answer))
                }
                if let answer = try await self.answer(lent: topic, mode: mode) {
                    return inbox.post(.answered(topic, answer))
                }
                if case .log(let reference) = topic {
                    return inbox.post(.answered(topic, .log(try await self.readLog(of: reference))))
                }
                guard let consumers = world.consumers else {
                    throw OperationFailure(.ownFault, "there is nobody to ask who uses what")
                }
                let caller = try await self.identify()
                let answer: ReportAnswer
                switch topic {
                case .usedBy(let reference):
                    let graph = try await consumers.graph(account: caller.account, again: again)
                    answer = try Self.consumers(
                        ConsumerTree(usedBy: graph.known(reference), graph.usedBy(reference)), of: reference, graph)
                case .reach(let reference):
                    let graph = try await consumers.graph(account: caller.account, again: again)
                    answer = try Self.consumers(
                        ConsumerTree(reach: graph.known(reference), graph.reach(reference)), of: reference, graph)
                case .drift:
                    let graph = try await consumers.driftGraph(account: caller.account, again: again)
                    answer = .drift(Drift(graph).rows, gaps: graph.gaps)
                case .findings, .cost:
                    let checked = try await consumers.checked(
                        account: caller.account, again: again, CheckedFacts.Scope(usage: topic == .cost))
                    answer = await Self.answer(topic, checked)
                case .access(let reference):
                    let (report, gaps) = try await consumers.access(
                        reference, account: caller.account, own: caller.arn,
                        early: { inbox.post(.answered(topic, .access($0, gaps: [], isWhole: false))) })
                    answer = .access(report, gaps: gaps)
                case .log, .pulses, .pulse, .stale, .duplicates, .connections, .stores, .json, .audit, .doctor,
                    .incidents,
                    .plans, .planSheet,
                    .retirement,
                    .plan,
                    .timeline, .watch:
                    return
                }
                inbox.post(.answered(topic, answer))
            } catch {
                inbox.post(.answered(topic, .failed(Problem(error))))
            }
        }
    }

    /// That nothing uses it is only said of what is there: a name that was mistyped would look safe.
    private static func consumers(
        _ tree: ConsumerTree, of reference: Reference, _ graph: ConsumerGraph
    ) throws(OperationFailure) -> ReportAnswer {
        guard !tree.branches.isEmpty || !graph.gaps.isEmpty || graph.has(reference) else {
            throw OperationFailure(.notFound, "there is no \(reference.text) in \(graph.facts.region)")
        }
        return .consumers(tree, gaps: graph.gaps)
    }

    private func readLog(of reference: Reference) async throws(OperationFailure) -> FunctionLog {
        guard let logs = world.logs, case .function(let name, _) = reference else {
            throw OperationFailure(.ownFault, "there is nobody to read logs")
        }
        return try await logs.log(of: name, now: Date())
    }

    /// Going through a large account takes its time: not on the main thread.
    @concurrent
    private nonisolated static func answer(_ topic: ReportTopic, _ checked: CheckedFacts) async -> ReportAnswer {
        topic == .cost ? .cost(checked.cost(), gaps: checked.gaps) : .findings(checked.findings(), gaps: checked.gaps)
    }
}
