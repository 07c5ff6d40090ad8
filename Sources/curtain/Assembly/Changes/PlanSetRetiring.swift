import AuditTrail
import Inventory
import Operations
import Synchronization

/// Retires the old values of a set, behind the last rotation: first what holds any of them is listed, then one word ends all.
struct PlanSetRetiring {
    private let session: Session
    private let sets: PlanSetRunning
    private let retiring: PlanRetiring

    init(_ session: Session) throws {
        self.session = session
        sets = try PlanSetRunning(session)
        retiring = try PlanRetiring(session)
    }

    func retire(
        _ id: PlanSetID, _ consent: ConsentOptions, onlyList: Bool, keepsVersions: Bool, evenInUse: Bool
    ) async throws -> ExitStatus {
        let status = try sets.status(id)
        // One whose retirement has stopped goes on.
        let left = try status.members.first { member in
            guard let plan = member.member.plan else { return true }
            return try !sets.running.store.plan(plan).progress.wasFinished
        }
        if let left {
            throw OperationFailure(
                .usage,
                "\(left.member.reference) has no new value yet; curtain resume \(id) first: old values are retired when "
                    + "everything has its new one")
        }
        let open = status.members.filter { $0.state != .retired }.compactMap(\.member.plan)
        var listed: [Retirement] = []
        for plan in open { listed.append(try await list(plan, consent.note, keepsVersions)) }
        for retirement in listed where onlyList || !session.options.quiet {
            for line in RetirementWords(retirement).lines {
                if onlyList { try session.print(lines: [line]) } else { StandardError.line(line) }
            }
        }
        guard !onlyList else { return .done }
        if !evenInUse { for retirement in listed { try retirement.refuseIfInUse() } }
        try consent.require("retire the old values of", status.set, in: session)
        let lock = try sets.store.lock(id)
        defer { withExtendedLifetime(lock) {} }
        for plan in open {
            let (known, end) = try await retiring.retire(plan, note: consent.note, keepsVersions: keepsVersions) {
                _, retirement in
                if !evenInUse { try retirement.refuseIfInUse() }
            }
            _ = try RunOutcome.status(end, known)
        }
        try noteEradicated(status.set)
        try session.print(status: try sets.status(id))
        return .done
    }

    private func list(_ plan: PlanID, _ note: String?, _ keepsVersions: Bool) async throws -> Retirement {
        do {
            _ = try await retiring.retire(plan, note: note, keepsVersions: keepsVersions) { _, retirement in
                throw Listed(retirement: retirement)
            }
        } catch let listed as Listed {
            return listed.retirement
        }
        throw OperationFailure(.ownFault, "what holds the old value of \(plan) was not listed")
    }

    /// The old values are dead: the moment that the report counts from and to.
    private func noteEradicated(_ set: PlanSet) throws {
        guard let incident = try session.incident() else { return }
        let desk = try IncidentDesk(session)
        var entry = desk.entry(
            .note, from: .tool, phase: .eradication,
            note: "old values retired by \(set.id): \(set.members.map(\.reference.text).joined(separator: ", "))")
        entry.moment = .eradicated
        entry.plan = set.id.text
        try desk.record(.incidentNoted, entry, in: try desk.store.log(incident))
    }

    /// Ends a look before anything is changed.
    private struct Listed: Error {
        let retirement: Retirement
    }
}
