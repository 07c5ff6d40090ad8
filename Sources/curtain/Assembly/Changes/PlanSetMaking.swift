import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import Settings
import StateFiles

/// Reads the account for the plan set of an incident, and keeps what it has made.
struct PlanSetMaking {
    /// What a person said.
    struct Asked: Sendable {
        /// Values, functions, roles, users, access keys.
        var references: [Reference]
        /// The leaked text; nil if none was given.
        var leak: LeakedText?
        /// Reads from so long ago on count.
        var readsSince: Date?
        var readsUntil: Date?
        var readsBy: Reference?
        var takesPossible: Bool
        var choices: PlanSetChoices
        var wishes: RotationWishes
        var note: String
    }

    let session: Session

    /// The set, and whether everything that it was reckoned from could be seen.
    func make(_ asked: Asked) async throws -> (set: PlanSet, isWhole: Bool) {
        let values = ValueSession(session)
        try values.check("compare values", note: asked.note, references: [])
        let session = session
        return try await values.perform { access, context in
            let reader = try AccountReader(session, fingerprints: access.fingerprints)
            let loader = FactsLoader(
                calls: reader.client, inventory: reader.inventory, account: context.account ?? "")
            var (facts, names) = try await loader.load(FactsScope(), now: Date())
            if asked.readsSince != nil { try await read(asked, into: &facts, reader, context) }
            let (sources, unsearched) = try await sources(asked, reader, access, context)
            let radius = BlastRadius(
                of: sources, in: ConsumerGraph(facts, names: names), takesPossible: asked.takesPossible,
                own: context.actorARN)
            let wanted = PlanSetPlanner.toRead(radius, in: facts)
            facts.gaps += unsearched + wanted.gaps
            try await take(wanted.sources, asked.note, into: &facts, access, context)
            for gap in facts.gaps where !session.options.quiet { StandardError.line("curtain: not seen: \(gap)") }
            let graph = ConsumerGraph(facts, names: names)
            let planner = RotationPlanner(
                facts: facts, graph: graph, secrets: AccountSecrets(calls: reader.client),
                parameters: AccountParameters(calls: reader.client),
                functions: AccountFunctions(calls: PacedCalls(reader.client), fingerprints: access.fingerprints),
                callers: AccountCallers(calls: reader.client), now: Date(),
                requestsPerSecond: session.settings.requestsPerSecond, keys: AccountKeys(calls: reader.client))
            var set = try await PlanSetPlanner(planner, graph: graph).plan(
                radius, sources: sources.map(\.words), choices: asked.choices, wishes: asked.wishes,
                incident: context.incident
            ) { await AccountPermissions.tested($0, calls: reader.client, context) }
            set.warnings += facts.gaps.map { "not seen: \($0)" }
            try keep(set, asked.note, access, context)
            return (set, facts.gaps.isEmpty && set.leftOut.isEmpty)
        }
    }

    /// Where the radius begins, and what could not be searched for the leaked text; the owner of an access key stands for the key.
    private func sources(
        _ asked: Asked, _ reader: AccountReader, _ access: ValueSession.Access, _ context: AuditContext
    ) async throws -> (sources: [RadiusSource], unsearched: [String]) {
        var sources: [RadiusSource] = []
        var unsearched: [String] = []
        if let leak = asked.leak {
            let match = Match(
                regions: [AccountSearch(calls: reader.client, region: reader.region)], audit: access.audit,
                fingerprints: access.fingerprints, policy: access.policy)
            let result = try await match(
                leak, note: asked.note, otherRegions: [], mode: session.mode, as: context
            ) { reads in
                if !session.options.quiet {
                    StandardError.line("curtain: \(reads) value-reading calls, each of them in CloudTrail")
                }
            }
            unsearched = result.coverage.denied + result.coverage.undecryptable + result.coverage.notSearched
            sources.append(.places(result.found))
        }
        for reference in asked.references {
            switch reference {
            case .secret, .parameter, .variable: sources.append(.thing(reference))
            case .function(let name, let qualifier): sources.append(.function(name, qualifier: qualifier))
            case .alias(let name, let alias): sources.append(.function(name, qualifier: alias))
            case .role, .user: sources.append(.principal(reference))
            case .accessKey(let id):
                let key = try await AccountContainment(calls: reader.client).accessKey(id)
                sources.append(.principal(.user(name: key.user)))
            case .key, .eventSourceMapping, .functionURL, .stack:
                throw OperationFailure(
                    .usage,
                    "\(reference) is no place to begin: name values, fn:, role:, user: or accesskey:, or give --match or "
                        + "--reads-since")
            }
        }
        if let since = asked.readsSince {
            sources.append(.reads(since: since, until: asked.readsUntil ?? Date(), by: asked.readsBy))
        }
        return (sources, unsearched)
    }

    /// What CloudTrail tells of the time that was asked about.
    private func read(
        _ asked: Asked, into facts: inout AccountFacts, _ reader: AccountReader, _ context: AuditContext
    ) async throws {
        let now = Date()
        let access = try AccessReader(session, reader, account: context.account ?? "")
        let outcome = try await access.extended(
            by: AccessLookup.lookups(for: asked.readsBy, arn: nil),
            in: AccessInterval(start: asked.readsSince ?? now, end: now), now: now, limit: AccessHistory.usualLimit)
        facts.reads = outcome.index.events
        facts.gaps += outcome.gaps
    }

    /// The fingerprints of the radius's stored values, each read on record before it is fetched.
    private func take(
        _ sources: [Reference], _ note: String, into facts: inout AccountFacts, _ access: ValueSession.Access,
        _ context: AuditContext
    ) async throws {
        let take = TakeFingerprints(access.values)
        let wanted = StoredVersions.toRead(sources, in: facts)
        if !session.options.quiet {
            StandardError.line("curtain: \(wanted.count) stored values are read to find their copies, each on record")
        }
        for outcome in try await take(wanted, note: note, mode: session.mode, as: context) {
            switch outcome.result {
            case .success(let found): facts.stored += found
            case .failure(let failure):
                if failure.kind != .notFound { facts.gaps.append("\(outcome.reference): \(failure.message)") }
            }
        }
    }

    private func keep(
        _ set: PlanSet, _ note: String, _ access: ValueSession.Access, _ context: AuditContext
    ) throws {
        try PlanSetStore(state: StateFolder(at: session.folders.state)).keep(set)
        do throws(AuditError) {
            try access.audit.append(
                // Each value is named by the record of its own plan.
                AuditRecord(.planMade, .done, context: context, note: note, plan: set.id.text))
        } catch {
            throw OperationFailure(.auditUnwritable, "\(error) (\(set.id) is kept all the same)")
        }
    }
}
