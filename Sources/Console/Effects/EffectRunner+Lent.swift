import AccountAccess
import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations
import TerminalCanvas

/// Screens that say what commands say: redacted JSON, the audit trail, the checkup; and the export of a screen.
extension EffectRunner {
    /// How many records the screen of the audit trail shows.
    private static let auditLines = 500

    /// The report of a topic that is borrowed from a command; nil for all others.
    func answer(lent topic: ReportTopic, mode: AccessMode) async throws(OperationFailure) -> ReportAnswer? {
        switch topic {
        case .json(let reference):
            let lent = try lent
            let detail = try await world.details.detail(of: reference)
            let lines = JSONLayout.lines(lent.json(of: detail, isShared: mode.share))
            return .report(
                Report(
                    [Report.Section("", lines: lines.map { Report.Line([.text($0)], isProse: true) })],
                    remark: "values are not in it"))
        case .audit: return .report(try auditReport(isShared: mode.share))
        case .doctor:
            let lines = await (try lent).checkup().map { line in
                Report.Line([
                    .text(line.state, line.state == "ok" ? .ok : line.state == "warn" ? .stale : .failed),
                    .text(line.subject), .text(line.finding), .text(line.advice, .muted)
                ])
            }
            return .report(Report([Report.Section("", heads: ["STATE", "SUBJECT", "FINDING", "ADVICE"], lines: lines)]))
        case .pulses, .pulse, .stale, .duplicates, .connections, .stores, .usedBy, .reach, .drift, .access, .log,
            .findings, .cost, .incidents, .plans, .planSheet, .retirement, .plan, .timeline, .watch:
            return nil
        }
    }

    /// Writes what is on the screen into a file; there is no value in it.
    func export(_ content: ExportedContent, to path: String, mode: AccessMode) {
        let (lent, inbox) = (world.lent, inbox)
        Task.detached {
            do throws(OperationFailure) {
                guard let lent else { throw OperationFailure(.ownFault, "there is nobody to write files") }
                let text =
                    switch content {
                    case .rows(let rows): rows.map { lent.json(of: $0, isShared: mode.share) + "\n" }.joined()
                    case .lines(let lines): lines.map { $0 + "\n" }.joined()
                    }
                try lent.write(text, to: path)
                inbox.post(.notice(Notice(.information, "\(content.count) lines are in \(path); no value is in them")))
            } catch {
                inbox.post(.notice(Notice(.failure, Problem(error).line)))
            }
        }
    }

    private var lent: any CommandLending {
        get throws(OperationFailure) {
            guard let lent = world.lent else { throw OperationFailure(.ownFault, "there is nobody to ask") }
            return lent
        }
    }

    private func auditReport(isShared: Bool) throws(OperationFailure) -> Report {
        guard let folder = world.stateFolder else {
            throw OperationFailure(.auditUnwritable, "there is no state folder, so there is no trail")
        }
        let entries: [AuditEntry]
        do throws(AuditError) { entries = try AuditReader(of: folder).last(Self.auditLines) } catch {
            throw OperationFailure(.failed, "\(error)")
        }
        let lines = entries.reversed().map { entry in
            let reference = entry.reference.flatMap { try? Reference(parsing: $0) }
            return Report.Line(
                [
                    .text(WallTime(entry.time.timeIntervalSince1970).dayAndSecond, .muted), .text(entry.event, .audit),
                    .text(entry.outcome ?? ""), .text(entry.user ?? "", .muted),
                    .text(isShared ? "" : entry.reference ?? "", .link),
                    .text(
                        isShared ? "" : [entry.note, entry.error, entry.plan].compactMap(\.self).joined(separator: "  ")
                    )
                ], link: isShared ? nil : reference.map { .thing($0) })
        }
        let section = Report.Section(
            "", heads: ["TIME", "EVENT", "OUTCOME", "WHO", "REF", "NOTE"], lines: lines)
        return Report([section], remark: "the last \(lines.count); curtain audit verify checks the chain")
    }
}
