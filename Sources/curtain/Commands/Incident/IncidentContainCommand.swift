import AccountAccess
import ArgumentParser
import AuditTrail
import FoundationEssentials
import Inventory
import Operations

/// `curtain incident contain ACTION REF`
struct IncidentContainCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contain", abstract: "Stop what leaked from doing harm: says the effect first, keeps the undo.",
        discussion: """
            Without --yes the plan is printed, and on a terminal the name asked for. Needs no incident: the first \
            containment opens one. How things were is kept beside it; that holds it up for 15 seconds at most.
            """)

    @Argument(
        help:
            "deactivate, deny-sessions, stop-invocations, pause-source, lock-url, restrict-secret, disable-key, alias-back."
    )
    var action: ContainmentAction

    @Argument(help: ArgumentHelp("What to contain.", valueName: "ref"))
    var reference: String

    @Flag(name: .long, help: "Do it without asking.")
    var yes = false

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the timeline.", valueName: "text"))
    var note: String?

    @Option(name: .long, help: ArgumentHelp("alias-back: the version to go back to.", valueName: "version"))
    var to: String?

    @Option(
        name: .long,
        help: ArgumentHelp("restrict-secret: an ARN that still reads; may be given again.", valueName: "arn"))
    var exempt: [String] = []

    @Flag(name: .long, help: "disable-key: also where something is still encrypted with it.")
    var evenInUse = false

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    private var choices: ContainmentPlanner.Choices {
        ContainmentPlanner.Choices(version: to, exempt: exempt, evenInUse: evenInUse)
    }

    func run(in session: Session) async throws -> ExitStatus {
        let reference = try Reference(parsing: reference)
        try ContainmentPlanner.check(action, reference)
        guard !yes || !session.mode.readOnly else {
            throw OperationFailure(.denied, "will not contain anything in read-only mode; leave it first")
        }
        let desk = try IncidentDesk(session)
        let incident = try session.incident()
        let access = try await ContainmentSession(desk, incident: incident)
        let plan = try await access.planner().plan(action, reference, choices: choices, now: Date())
        guard yes || (TypedConfirmation.canAsk(session) && !session.mode.readOnly) else {
            try show(plan, id: nil, session)
            if !session.options.quiet { StandardError.line("curtain: nothing was changed; do it with --yes") }
            return .done
        }
        if !yes {
            try session.print(lines: plan.lines(id: nil))
            try TypedConfirmation.require(plan.name, plan.effect + ".")
        }
        return try await contain(reference, plan, desk, access, incident)
    }

    private func contain(
        _ reference: Reference, _ shown: ContainmentPlan, _ desk: IncidentDesk, _ access: ContainmentSession,
        _ incident: IncidentID?
    ) async throws -> ExitStatus {
        let session = desk.session
        let log = try opened(desk, incident)
        var context = access.context
        context.incident = log.id.text
        // The first evidence is taken beside the first containment: neither waits for the other to begin.
        let parts = try access.evidence(session).parts(of: reference)
        let began = Date()
        async let snapshot = EvidenceSnapshot.take(parts, of: reference, at: began)
        let id = Containment.newID()
        var outcome: Result<Void, any Error>
        do {
            // What was confirmed is planned again at the last moment: a denial of sessions must reach those of now.
            let plan =
                yes ? shown : try await access.planner().plan(action, reference, choices: choices, now: Date())
            let contain = Contain(changes: access.settings, audit: desk.audit, log: log)
            _ = try await contain(plan, id: id, note: note, as: context)
            outcome = .success(())
            try show(plan, id: id, session)
        } catch {
            outcome = .failure(error)
        }
        try keep(await snapshot, desk, log, id)
        try outcome.get()
        return .done
    }

    private func opened(_ desk: IncidentDesk, _ incident: IncidentID?) throws(OperationFailure) -> IncidentLog {
        guard let incident else {
            let log = try IncidentOpening(desk).open(
                try IncidentOpening.id(nil), IncidentChange(title: "\(action.rawValue) \(reference)"))
            StandardError.line("curtain: opened incident \(log.id)")
            return log
        }
        return try desk.store.log(incident)
    }

    private func keep(
        _ snapshot: EvidenceSnapshot, _ desk: IncidentDesk, _ log: IncidentLog, _ id: String
    ) throws(OperationFailure) {
        let name = try log.keep(evidence: snapshot.json, as: id + ".json")
        var entry = desk.entry(
            .snapshot, from: .tool, at: snapshot.taken, phase: .containment, target: snapshot.reference,
            note: "\(snapshot.parts.count - snapshot.missing) of \(snapshot.parts.count) parts", evidence: [name])
        entry.result = snapshot.missing == 0 ? "done" : "incomplete"
        try log.append(entry)
    }

    private func show(_ plan: ContainmentPlan, id: String?, _ session: Session) throws {
        if session.format() == .table {
            try session.print(lines: plan.lines(id: id))
        } else {
            try session.print(fields: plan.fields(id: id), name: plan.reference)
        }
    }
}

extension ContainmentAction: ExpressibleByArgument {}
