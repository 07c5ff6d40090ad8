import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import StateFiles

/// Reads the account for a planner, and keeps what it has made.
struct PlanMaking {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// Makes the plan, puts it on the disk and on record.
    ///
    /// - Parameter note: with one, the value is read, on record, so that its copies are found.
    func make(
        about subject: Reference, note: String?,
        _ body: @escaping @Sendable (RotationPlanner) async throws(OperationFailure) -> Plan
    ) async throws -> Plan {
        let values = ValueSession(session)
        if let note { try values.check("compare values", note: note, references: []) }
        let session = session
        return try await values.perform { access, context in
            let reader = try AccountReader(session, fingerprints: access.fingerprints)
            let loader = FactsLoader(
                calls: reader.client, inventory: reader.inventory, account: context.account ?? "")
            let source = subject.ofRow ?? subject
            var (facts, names) = try await loader.load(Self.scope(source), now: Date())
            if let note, source.namesValue {
                let take = TakeFingerprints(
                    store: access.store, audit: access.audit, fingerprints: access.fingerprints, policy: access.policy)
                let outcomes = try await take(
                    StoredVersions.toRead([source], in: facts), note: note, mode: session.mode, as: context)
                for outcome in outcomes {
                    switch outcome.result {
                    case .success(let found): facts.stored += found
                    case .failure(let failure): if failure.kind != .notFound { facts.gaps.append(failure.message) }
                    }
                }
            }
            for gap in facts.gaps where !session.options.quiet { StandardError.line("curtain: not seen: \(gap)") }
            let planner = RotationPlanner(
                facts: facts, graph: ConsumerGraph(facts, names: names), secrets: AccountSecrets(calls: reader.client),
                parameters: AccountParameters(calls: reader.client),
                functions: AccountFunctions(calls: reader.client, fingerprints: access.fingerprints), now: Date())
            let plan = try await body(planner)
            try PlanStore(state: StateFolder(at: session.folders.state)).add(plan)
            do throws(AuditError) {
                try access.audit.append(
                    AuditRecord(
                        .planMade, .done, context: context, reference: subject.text, note: note, plan: plan.id.text))
            } catch {
                throw OperationFailure(.auditUnwritable, "\(error) (\(plan.id) is kept all the same)")
            }
            return plan
        }
    }

    /// A variable is found by its fingerprint alone; what has a name may be read by policy too.
    private static func scope(_ source: Reference) -> FactsScope {
        switch source {
        case .secret, .parameter: FactsScope(secrets: [source])
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            FactsScope(policies: false)
        }
    }
}
