import Console
import Inventory
import Operations
import StrictJSON

/// What the commands print, for the console.
struct LentCommands: CommandLending {
    let session: Session

    func json(of detail: ResourceDetail, isShared: Bool) -> String {
        Self.json(detail.fields(share: isShared), isShared)
    }

    func json(of row: ResourceRow, isShared: Bool) -> String { Self.json(row.fields(share: isShared), isShared) }

    func checkup() async -> [CheckupLine] {
        var findings = ProcessCheckup.findings()
        findings += TerminalCheckup(session.environment).findings()
        findings += FileCheckup(session).findings()
        findings += await AccountCheckup(session, callsAWS: true).findings()
        return findings.map {
            CheckupLine(
                subject: $0.subject, state: $0.state.rawValue, finding: $0.finding, advice: $0.advice ?? "")
        }
    }

    func write(_ text: String, to path: String) throws(OperationFailure) {
        let path = path.hasPrefix("~/") ? (session.environment["HOME"] ?? "~") + path.dropFirst() : path
        let file = try NewFile(path)
        var text = text
        let outcome: Result<Void, OperationFailure> = text.withUTF8 { bytes in
            do throws(OperationFailure) {
                try file.write(UnsafeRawBufferPointer(bytes))
                return .success(())
            } catch { return .failure(error) }
        }
        try outcome.get()
        try file.keep()
    }

    private static func json(_ fields: [Field], _ isShared: Bool) -> String {
        var json = JSONWriter()
        json.object { for field in fields { field.write(to: &$0) } }
        let text = SafeJSON.text(json)
        return isShared ? SharedText.of(text) : text
    }
}
