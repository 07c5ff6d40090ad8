import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations

extension PlanMaking {
    /// A plan that sets something of one secret or parameter. Only that is read, and the names of its kind where something is
    /// made or not found; a replica is planned in its primary region.
    func set(_ request: SetRequest) async throws -> Plan {
        let session = session
        return try await ValueSession(session).perform { access, context in
            var request = request
            var reader = try AccountReader(session, fingerprints: access.fingerprints)
            if case .secret(let name, _, _) = request.subject,
                let primary = try? await AccountSecrets(calls: reader.client).state(of: name).primaryRegion,
                primary != reader.region
            {
                var options = session.options
                options.region = primary
                reader = try AccountReader(session.with(options), fingerprints: access.fingerprints)
                if !session.options.quiet {
                    StandardError.line(
                        "curtain: \(request.subject) is a replica here: planned in its region, \(primary)")
                }
            }
            let planner = SetPlanner(
                secrets: AccountSecrets(calls: reader.client), parameters: AccountParameters(calls: reader.client),
                stores: AccountStores(calls: reader.client), region: reader.region, account: context.account ?? "",
                now: Date())
            var plan: Plan
            if request.aim == .create { request.names = await Self.names(like: request.subject, reader) }
            do throws(OperationFailure) {
                plan = try await planner.set(request)
            } catch {
                // A name that differs only in case is what people look for then.
                guard error.kind == .notFound, request.names.isEmpty else { throw error }
                request.names = await Self.names(like: request.subject, reader)
                plan = try await planner.set(request)
            }
            try Self.keep(plan, note: nil, session, access, context)
            return plan
        }
    }

    /// The names of everything of the kind; none where they cannot be listed.
    private static func names(like subject: Reference, _ reader: AccountReader) async -> [String] {
        let kind: ResourceKind
        switch subject {
        case .secret: kind = .secret
        case .parameter: kind = .parameter
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            return []
        }
        let names = NameList()
        do throws(OperationFailure) {
            try await reader.inventory.load(kind, options: ListOptions()) { await names.take($0) }
        } catch {
            return []
        }
        return await names.names
    }

    private actor NameList {
        private(set) var names: [String] = []

        func take(_ update: ListUpdate) {
            switch update {
            case .rows(let rows): names += rows.map(\.common.name)
            case .changed, .incomplete: break
            }
        }
    }
}
