import ArgumentParser
import Operations

/// `curtain incident undo ID|all`
struct IncidentUndoCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a containment back, or all of them, the last one first.",
        discussion: """
            Each setting is looked at first: what is already as it was stays, and what someone else has changed since \
            is not touched.
            """)

    @Argument(help: ArgumentHelp("The containment's id, or all.", valueName: "id"))
    var id: String

    @Flag(name: .long, help: "Do it without asking.")
    var yes = false

    @Option(name: .long, help: ArgumentHelp("Why; it stays in the timeline.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        guard !session.mode.readOnly else {
            throw OperationFailure(.denied, "will not take anything back in read-only mode; leave it first")
        }
        let desk = try IncidentDesk(session)
        let log = try desk.current()
        let wanted = try containments(log)
        guard !wanted.isEmpty else {
            try session.print(lines: ["nothing to take back"])
            return .done
        }
        for containment in wanted {
            for step in containment.steps.reversed() {
                StandardError.line("\(containment.id): \(step.before.words)")
                StandardError.line("  " + step.before.command)
            }
        }
        if !yes {
            guard TypedConfirmation.canAsk(session) else {
                throw OperationFailure(.usage, "nothing was changed; take it back with --yes")
            }
            try TypedConfirmation.require(id, "This is taken back.")
        }
        var first: OperationFailure?
        for containment in wanted {
            let access = try await ContainmentSession(desk, incident: log.id, region: containment.region)
            guard access.responder.account == containment.account else {
                throw OperationFailure(
                    .denied,
                    "\(containment.id) was made in account \(containment.account), and these credentials are of"
                        + " \(access.responder.account)")
            }
            do throws(OperationFailure) {
                try await Contain(changes: access.settings, audit: desk.audit, log: log)
                    .undo(containment, note: note, as: access.context)
            } catch {
                guard wanted.count > 1 else { throw error }
                first = first ?? error
                if let line = FailureReport(error).line { StandardError.line(line) }
                continue
            }
            try session.print(
                lines: ["\(containment.id) \(containment.action.rawValue) \(containment.reference): taken back"])
        }
        return first.map { ExitStatus($0.kind) } ?? .done
    }

    private func containments(_ log: IncidentLog) throws -> [Containment] {
        let records = Incident(log.id, try log.timeline()).containments
        if id == "all" { return records.filter(\.canBeUndone).map(\.containment).reversed() }
        guard let record = records.first(where: { $0.containment.id == id }) else {
            throw OperationFailure(.notFound, "there is no containment \(id) in \(log.id)")
        }
        return record.canBeUndone ? [record.containment] : []
    }
}
