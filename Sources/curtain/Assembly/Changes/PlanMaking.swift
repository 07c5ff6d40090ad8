import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations
import Settings
import StateFiles

/// Reads the account for a planner, and keeps what it has made.
struct PlanMaking {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// Makes the plan, puts it on the disk and on record.
    ///
    /// - Parameter note: with one, the value is read, on record, so that its copies are found.
    func make(
        about subject: Reference, note: String?,
        _ body: @escaping @Sendable (RotationPlanner) async throws(OperationFailure) -> Plan
    ) async throws -> Plan {
        try await make(about: subject, note: note) {
            planner, _ async throws(OperationFailure) in try await body(planner)
        }
    }

    /// The same for what also asks stores.
    func make(
        about subject: Reference, note: String?,
        _ body: @escaping @Sendable (RotationPlanner, AccountStores) async throws(OperationFailure) -> Plan
    ) async throws -> Plan {
        let values = ValueSession(session)
        if let note { try values.check("compare values", note: note, references: []) }
        let session = session
        return try await values.perform { access, context in
            let picture = try await AccountPicture.read(session, about: subject, note: note, access, context)
            let (reader, facts) = (picture.reader, picture.facts)
            for gap in facts.gaps where !session.options.quiet { StandardError.line("curtain: not seen: \(gap)") }
            let planner = RotationPlanner(
                facts: facts, graph: picture.graph, secrets: AccountSecrets(calls: reader.client),
                parameters: AccountParameters(calls: reader.client),
                functions: AccountFunctions(calls: PacedCalls(reader.client), fingerprints: access.fingerprints),
                callers: AccountCallers(calls: reader.client), now: Date(),
                requestsPerSecond: session.settings.requestsPerSecond, keys: AccountKeys(calls: reader.client),
                ciphers: AccountCiphers(calls: reader.client), stacks: AccountStacks(calls: reader.client))
            let plan = await AccountPermissions.tested(
                try await body(planner, AccountStores(calls: reader.client)), calls: reader.client, context)
            try Self.keep(plan, note: note, session, access, context)
            return plan
        }
    }

    /// Puts the plan on the disk and on record.
    static func keep(
        _ plan: Plan, note: String?, _ session: Session, _ access: ValueSession.Access, _ context: AuditContext
    ) throws {
        try PlanStore(state: StateFolder(at: session.folders.state)).add(plan)
        do throws(AuditError) {
            try access.audit.append(
                AuditRecord(
                    .planMade, .done, context: context, reference: plan.subject.text, note: note, plan: plan.id.text))
        } catch {
            throw OperationFailure(.auditUnwritable, "\(error) (\(plan.id) is kept all the same)")
        }
    }
}
