import AWSClient
import FoundationEssentials
import Inventory
import Operations
import StateFiles

/// Says who depends on what, for as long as a console runs: what was read is good for some minutes.
public actor AccountConsumers: ConsumerAsking {
    static let goodSeconds = 300.0
    static let calls = 60

    private let calls: any AWSCalling
    private let inventory: AccountInventory
    private let cache: StateFolder?
    private let ownReads: @Sendable (String) -> OwnReads
    private var known: ConsumerGraph?
    private var loading: Task<Result<ConsumerGraph, OperationFailure>, Never>?

    /// - Parameters:
    ///   - inventory: one of its own, so that its lists do not disturb those on the screen.
    ///   - cache: where the index of accesses is; nil where there is no folder.
    ///   - ownReads: what this installation has read itself of an account.
    public init(
        calls: any AWSCalling, inventory: AccountInventory, cache: StateFolder?,
        ownReads: @escaping @Sendable (String) -> OwnReads = { _ in OwnReads() }
    ) {
        self.calls = calls
        self.inventory = inventory
        self.cache = cache
        self.ownReads = ownReads
    }

    public func graph(account: String, again: Bool) async throws(OperationFailure) -> ConsumerGraph {
        if let known, !again, Date().timeIntervalSince(known.facts.taken) < Self.goodSeconds { return known }
        // Whoever asks meanwhile waits for the same answer.
        if let loading { return try await loading.value.get() }
        let loader = FactsLoader(calls: calls, inventory: inventory, account: account)
        let history = index(account).flatMap { file in
            do throws(StateFilesError) { return try file.load() } catch { return nil }
        }
        let ownReads = ownReads
        let task = Task { () -> Result<ConsumerGraph, OperationFailure> in
            do throws(OperationFailure) {
                var (facts, names) = try await loader.load(now: Date())
                facts.reads = history?.events ?? []
                facts.readWindows = history?.windows ?? [:]
                facts.ownReads = ownReads(account)
                return .success(ConsumerGraph(facts, names: names))
            } catch {
                return .failure(error)
            }
        }
        loading = task
        let outcome = await task.value
        loading = nil
        known = try outcome.get()
        return try outcome.get()
    }

    public func driftGraph(account: String, again: Bool) async throws(OperationFailure) -> ConsumerGraph {
        let graph = try await graph(account: account, again: again)
        let loader = FactsLoader(calls: calls, inventory: inventory, account: account)
        let (times, gaps) = await loader.loadVersionTimes(of: Drift.sources(graph))
        var facts = graph.facts
        facts.versionTimes = times
        facts.gaps += gaps
        return ConsumerGraph(facts, names: await inventory.names.index)
    }

    public func checked(
        account: String, again: Bool, _ scope: CheckedFacts.Scope
    ) async throws(OperationFailure) -> CheckedFacts {
        let graph = try await graph(account: account, again: again)
        return await CheckedFacts.load(
            graph.facts, names: await inventory.names.index, calls: calls, inventory: inventory, scope)
    }

    public func access(
        _ reference: Reference?, account: String, own: String, early: @Sendable (AccessReport) -> Void
    ) async throws(OperationFailure) -> (report: AccessReport, gaps: [String]) {
        let now = Date()
        let span = AccessInterval(start: now.addingTimeInterval(-86_400), end: now)
        let baseline = AccessInterval(start: now.addingTimeInterval(-14 * 86_400), end: now)
        let file = index(account)
        do throws(StateFilesError) {
            let lookups = AccessLookup.lookups(for: reference, arn: known.flatMap { Self.arn(of: reference, in: $0) })
            func report(_ index: AccessIndex) -> AccessReport {
                AccessReport(
                    index.events, concerning: reference, in: span, own: own,
                    knownSince: index.knownSince(lookups.map(\.text), in: baseline))
            }
            let history = AccessHistory(calls: calls)
            // The span that is shown comes before the habits that it is compared with.
            var outcome = await history.extend(
                try file?.load() ?? AccessIndex(), by: lookups, in: span, now: now, limit: Self.calls)
            let gaps = outcome.gaps
            if gaps.isEmpty, outcome.calls < Self.calls {
                let shown = report(outcome.index)
                if shown.baselineSince == nil { early(shown) }
                outcome = await history.extend(
                    outcome.index, by: lookups, in: baseline, now: now, limit: Self.calls - outcome.calls)
            }
            try file?.save(outcome.index)
            return (report(outcome.index), gaps)
        } catch {
            throw OperationFailure(.failed, "\(error)")
        }
    }

    private func index(_ account: String) -> AccessIndexFile? {
        cache.map { AccessIndexFile(in: $0, account: account, region: inventory.functions.region) }
    }

    private static func arn(of reference: Reference?, in graph: ConsumerGraph) -> String? {
        guard let reference else { return nil }
        let known = graph.known(reference)
        let rows = graph.facts.parameters.map(\.common) + graph.facts.keys.map(\.common)
        return rows.first { $0.reference == known }?.arn
    }
}
