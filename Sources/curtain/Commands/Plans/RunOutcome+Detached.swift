import Operations
import SensitiveMemory
import StateFiles

extension RunOutcome {
    /// The same in a process of its own. What has to be asked is asked here, first.
    static func runDetached(
        _ command: RunCommand, _ argument: PlanArgument, _ consent: ConsentOptions, _ value: NewValueOptions,
        _ session: Session
    ) async throws -> ExitStatus {
        let running = try PlanRunning(session)
        let id = try argument.resolve(in: running.store)
        let (plan, progress) = try running.store.plan(id)
        try running.check(plan, note: consent.note)
        try PlanRunning.check(command, progress, id)
        if !consent.yes, !session.options.quiet { for line in PlanWords(plan).lines { StandardError.line(line) } }
        try consent.require(command.rawValue, id, in: session)
        var given: SecretBytes?
        if plan.recipe == .given, command == .apply || value.isGiven {
            given = try await value.supply(session).newValue(.given)
        }
        defer { given?.wipe() }
        let (process, ended) = try await DetachedRunner(store: running.store, id: id)
            .start(DetachedRunner.arguments(CommandLine.arguments), value: given)
        if let ended {
            try printLog(of: id, running.store)
            return ExitStatus(rawValue: ended) ?? .failed
        }
        try session.print(lines: [
            "\(id) runs in process \(process); curtain status \(id) --follow watches it, curtain stop \(id) stops it"
        ])
        return .done
    }

    /// What it has said.
    private static func printLog(of id: PlanID, _ store: PlanStore) throws {
        let bytes = try StateFile.contents(atPath: try store.logPath(of: id), limit: 1 << 20) ?? []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") { StandardError.line(String(line)) }
    }
}
