import AWSClient
import AccountAccess
import ArgumentParser
import FoundationEssentials
import Inventory
import Operations

/// `curtain incident triage [accesskey:ID]`
struct IncidentTriageCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage",
        abstract: "Say of an access key whose it is, since when, where it was used, and what next.",
        discussion: """
            Needs no incident and no set-up. Without a reference the pasted text is read from standard input or asked \
            for without echo: the key's id is taken out of it and the rest is wiped.
            """)

    @Argument(help: ArgumentHelp("accesskey:ID, or the id alone.", valueName: "ref"))
    var reference: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let id = try await accessKey(session)
        let desk = try IncidentDesk(session)
        let incident = try session.incident()
        let access = try await ContainmentSession(desk, incident: incident)
        let region = access.responder.region
        let loader = AccessKeyTriageLoader(
            calls: access.client, region: region,
            global: region == "us-east-1" ? nil : access.client.inRegion("us-east-1"), responder: access.responder)
        let triage = await loader.triage(id)
        if session.format() == .table {
            try session.print(lines: triage.lines)
        } else {
            try session.print(fields: triage.fields, name: id.text)
        }
        if let incident { try note(triage, desk, access, incident) }
        return triage.problems.isEmpty ? .done : .finding
    }

    private func accessKey(_ session: Session) async throws -> AccessKeyID {
        if let reference {
            let text: String
            if reference.contains(":") {
                guard case .accessKey(let id) = try Reference(parsing: reference) else {
                    throw OperationFailure(.usage, "triage takes accesskey:ID, not \(reference)")
                }
                text = id
            } else {
                text = reference
            }
            guard let id = AccessKeyID(text) else {
                throw OperationFailure(.usage, "an access key's id is AKIA or ASIA and 16 capitals and digits")
            }
            return id
        }
        let leak = try await LeakedInput.read("the pasted text (not shown, wiped afterwards): ", session)
        defer { leak.wipe() }
        guard let id = leak.accessKeyIDs.lazy.compactMap({ AccessKeyID($0) }).first else {
            throw OperationFailure(
                .notFound, "there is no access key's id in the text; for any other value: curtain match --note TEXT")
        }
        return id
    }

    private func note(
        _ triage: AccessKeyTriage, _ desk: IncidentDesk, _ access: ContainmentSession, _ incident: IncidentID
    ) throws {
        var entry = desk.entry(
            TimelineAction(rawValue: "triage"), from: .tool, phase: .triage, target: "accesskey:" + triage.id.text,
            note: triage.summary)
        entry.actorARN = access.responder.arn
        entry.account = access.responder.account
        entry.region = access.responder.region
        entry.result = triage.gaps.isEmpty ? "done" : triage.gaps.joined(separator: "; ")
        let log = try desk.store.log(incident)
        try log.append(entry)
        // What GuardDuty has found stands in the timeline under its own name, once.
        let known = Set(try log.timeline().entries.filter { $0.source == .guardduty }.compactMap(\.note))
        for finding in triage.findings where !known.contains(finding) {
            var entry = desk.entry(
                TimelineAction(rawValue: "guardduty.finding"), from: .guardduty, phase: .detection,
                target: "accesskey:" + triage.id.text, note: finding)
            (entry.account, entry.region) = (access.responder.account, access.responder.region)
            try log.append(entry)
        }
    }
}
