import FoundationEssentials
import Glibc
import Operations
import StateFiles
import StrictJSON

/// A leak that is played on the demo account, from its goals to its score.
struct Drill {
    static let folderName = "drill"
    private static let environmentName = "environment.sh"

    /// The demo's state folder: the incident of the drill is in there.
    private let state: StateFolder
    private let folder: StateFolder
    /// When people were told; the clock runs from then on.
    private var began = Date()

    /// Where the stand-in puts the paste and the intruder's ledger.
    var path: String { folder.path }

    /// A drill begins with nothing of the one before.
    init(in statePath: String) throws(OperationFailure) {
        (state, folder) = try Self.files { () throws(StateFilesError) in
            let state = try StateFolder(at: statePath)
            return (state, try state.subfolder(Self.folderName))
        }
    }

    /// Writes what a second terminal needs to work on the demo, for its owner only.
    func write(_ environment: [String]) throws(OperationFailure) {
        let lines = environment.filter { $0.hasPrefix("AWS_") || $0.hasPrefix("CURTAIN_STATE_DIR=") }
            .map { "export " + $0 + "\n" }
        try Self.files { () throws(StateFilesError) in
            try folder.replace(Self.environmentName, with: Array(lines.joined().utf8))
        }
    }

    /// Says what happened and what is to be done. The paste is printed as it is: it is what leaked.
    mutating func brief() throws(OperationFailure) {
        began = Date()
        Self.print(
            """
            A drill: at \(TimelineTime.seconds(began)) somebody found this paste in public (made up, like all of the demo):

            """)
        let paste = try Self.files { () throws(StateFilesError) in
            try folder.contents(of: "paste.txt", limit: 1 << 16) ?? []
        }
        Self.write(paste)
        Self.print(
            """

            Somebody is reading with it in mind while you read this. Your goals, and the runbook's times for them:

              1  open an incident                       15 min  incident open TITLE
              2  find where the value is, and whose     15 min  match --note TEXT; incident triage; access REF
                 the key in the paste is
              3  stop whoever is reading                30 min  incident contain ACTION REF
              4  rotate what leaked, everywhere         60 min  plan rotate REF; apply; retire
              5  watch, and say that all works          90 min  incident watch; incident note --moment recovered
              6  write it up                                    incident export --file report.html; incident close

            The paste again:         cat \(folder.path)/paste.txt
            In a second terminal:    . \(folder.path)/\(Self.environmentName)
            docs/incident.md walks through it. The score comes when you leave.

            """)
    }

    /// Prints how it went.
    func tell() throws {
        let score = try score()
        Self.print("The drill, against the runbook:\n" + score.lines.joined(separator: "\n") + "\n")
    }

    private func score() throws -> DrillScore {
        let (facts, ledger) = try Self.files { () throws(StateFilesError) in
            (
                try folder.contents(of: "drill.json", limit: 1 << 16) ?? [],
                try folder.contents(of: "reader.jsonl", limit: 16 << 20) ?? []
            )
        }
        guard let root = Self.document(facts[...])?.root, let leaked = root["leaked"]?.string,
            let decoy = root["decoy"]?.string
        else { throw OperationFailure(.badInput, "\(folder.path)/drill.json is not what the stand-in wrote") }
        let attempts = ledger.split(separator: 0x0A).compactMap { line -> DrillScore.Attempt? in
            guard let root = Self.document(line)?.root, let time = root["time"]?.double,
                let result = root["result"]?.string
            else { return nil }
            return DrillScore.Attempt(time: Date(timeIntervalSince1970: time), isRead: result == "read")
        }
        return DrillScore(
            began: began, attempts: attempts, timeline: try timeline(), leaked: leaked, decoy: decoy)
    }

    /// Of the first incident that was opened since the drill began.
    private func timeline() throws -> Timeline? {
        let store = IncidentStore(in: state)
        for id in try store.ids() {
            let log = try store.known(id)
            let timeline = try log.timeline()
            if let opened = Incident(id, timeline).opened, opened.time >= began {
                try IncidentRecords(of: state).absorb(into: log)
                return try log.timeline()
            }
        }
        return nil
    }

    /// Waits for Enter; true at the end of standard input.
    static func waitForEnter() -> Bool {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            if count != 1 { return true }
            if byte == UInt8(ascii: "\n") { return false }
        }
    }

    static func print(_ text: String) { write(Array(text.utf8)) }

    private static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func document(_ bytes: ArraySlice<UInt8>) -> JSONDocument? {
        do throws(JSONError) { return try JSONDocument(copying: bytes) } catch { return nil }
    }

    private static func files<Success>(
        _ body: () throws(StateFilesError) -> Success
    ) throws(OperationFailure) -> Success {
        do throws(StateFilesError) { return try body() } catch {
            throw OperationFailure(.auditUnwritable, "\(error)")
        }
    }
}
