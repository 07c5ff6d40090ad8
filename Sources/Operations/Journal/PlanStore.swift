import Glibc
import StateFiles

/// The plans of this installation: `plans/ID/` in the state folder, with `plan.json` and `journal.jsonl`.
public struct PlanStore: Sendable {
    static let planFile = "plan.json"
    static let journalFile = "journal.jsonl"
    static let lockFile = "plan.lock"
    /// The process that has claimed the plan last; it runs only while the lock is held.
    static let runnerFile = "runner"
    static let logFile = "runner.log"
    /// A lock that was just let go stays for a moment with a child that is between its birth and its program.
    public static let patience = 1000
    /// A plan of a thousand functions takes some 600 KB.
    private static let sizeLimit = 16 << 20

    private let folder: StateFolder

    /// - Parameter state: the state folder; `plans` is made in it when the first plan is kept.
    public init(state: StateFolder) throws(OperationFailure) {
        folder = try Self.kept { () throws(StateFilesError) in try state.subfolder("plans") }
    }

    /// Puts a new plan on the disk. A plan with this id that is another is refused.
    public func add(_ plan: Plan) throws(OperationFailure) {
        let json = plan.json
        let existing = try Self.kept { () throws(StateFilesError) in
            let own = try folder.subfolder(plan.id.text)
            let made = try json.withUnsafeBytes { bytes in
                Result { () throws(StateFilesError) in try own.create(Self.planFile, with: bytes) }
            }.get()
            return made ? nil : try own.contents(of: Self.planFile, limit: Self.sizeLimit)
        }
        guard existing == nil || existing == json else {
            throw OperationFailure(.badInput, "there is another plan \(plan.id) here; make a new one")
        }
    }

    /// The ids of all plans, in the order of their names.
    public func ids() throws(OperationFailure) -> [PlanID] {
        try Self.kept { () throws(StateFilesError) in try folder.names() }.compactMap { PlanID($0) }
    }

    /// A plan as its file has it, and how far it has come. Says nothing about whether somebody runs it now.
    public func plan(_ id: PlanID) throws(OperationFailure) -> (plan: Plan, progress: PlanProgress) {
        let (own, plan) = try find(id)
        let bytes = try Self.kept { () throws(StateFilesError) in
            try own.contents(of: Self.journalFile, limit: Self.sizeLimit)
        }
        return (plan, PlanProgress(try Self.entries(bytes ?? [], of: id).entries))
    }

    /// The journal's entries, for a summary.
    public func entries(of id: PlanID) throws(OperationFailure) -> [JournalEntry] {
        let (own, _) = try find(id)
        let bytes = try Self.kept { () throws(StateFilesError) in
            try own.contents(of: Self.journalFile, limit: Self.sizeLimit)
        }
        return try Self.entries(bytes ?? [], of: id).entries
    }

    /// The journal, to be followed while somebody else writes it.
    public func tail(of id: PlanID) throws(OperationFailure) -> JournalTail { JournalTail(try folder(of: id), id) }

    /// Whether a process runs the plan at this moment.
    ///
    /// - Parameter patience: how long a lock is waited for that is about to be let go, in milliseconds. Whoever asks again
    ///   soon need not wait.
    public func isRunning(_ id: PlanID, patience: Int = Self.patience) throws(OperationFailure) -> Bool {
        let own = try folder(of: id)
        do throws(StateFilesError) {
            let lock = try own.lockIfThere(Self.lockFile, milliseconds: patience)
            withExtendedLifetime(lock) {}
            return false
        } catch {
            if error.reason == .busy { return true }
            throw OperationFailure(files: error)
        }
    }

    /// Takes the plan for this process: nobody else runs it until the claim is let go, by its end or the process's.
    ///
    /// A line that a crash left half-written is cut off. Throws `tryAgain` if somebody runs it now.
    public func claim(_ id: PlanID) throws(OperationFailure) -> PlanClaim { try claim(try find(id).1) }

    /// The same for a plan that was read from here: its file never changes, and a large one is not held twice.
    public func claim(_ plan: Plan) throws(OperationFailure) -> PlanClaim {
        let id = plan.id
        let own = try folder(of: id)
        do throws(StateFilesError) {
            let lock = try own.lock(Self.lockFile, milliseconds: Self.patience)
            guard let file = try own.open(Self.journalFile, for: .appending) else {
                throw StateFilesError("open", own.path(of: Self.journalFile), .malformed("it has vanished"))
            }
            try own.replace(Self.runnerFile, with: Array("\(getpid())\n".utf8), folderSync: false)
            let bytes = try own.contents(of: Self.journalFile, limit: Self.sizeLimit) ?? []
            let (entries, whole) = try Result { () throws(OperationFailure) in
                try Self.entries(bytes, of: id)
            }.mapError { StateFilesError("read", file.path, .malformed($0.message)) }.get()
            if whole < bytes.count {
                try file.truncate(to: whole)
                try file.sync()
            }
            return PlanClaim(plan: plan, entries: entries, journal: PlanJournal(file), lock: lock)
        } catch {
            if error.reason == .busy {
                throw OperationFailure(
                    .tryAgain, "another process runs \(id) at this moment; curtain status \(id) follows it")
            }
            throw OperationFailure(files: error)
        }
    }

    /// The process that runs the plan at this moment; nil if none does.
    public func runner(of id: PlanID) throws(OperationFailure) -> Int32? {
        guard try isRunning(id) else { return nil }
        let (own, _) = try find(id)
        let bytes = try Self.kept { () throws(StateFilesError) in try own.contents(of: Self.runnerFile, limit: 64) }
        return Int32(String(decoding: (bytes ?? []).dropLast(), as: UTF8.self))
    }

    /// Where a runner without a terminal writes what it would have said there.
    public func logPath(of id: PlanID) throws(OperationFailure) -> String { try find(id).0.path(of: Self.logFile) }

    private func folder(of id: PlanID) throws(OperationFailure) -> StateFolder {
        let own = try Self.kept { () throws(StateFilesError) in
            try StateFolder.existing(at: folder.path(of: id.text))
        }
        guard let own else { throw Self.missing(id) }
        return own
    }

    private static func missing(_ id: PlanID) -> OperationFailure {
        OperationFailure(.notFound, "there is no plan \(id) here; curtain plans lists them")
    }

    private func find(_ id: PlanID) throws(OperationFailure) -> (StateFolder, Plan) {
        let own = try folder(of: id)
        let bytes = try Self.kept { () throws(StateFilesError) in
            try own.contents(of: Self.planFile, limit: Self.sizeLimit)
        }
        guard let bytes else { throw Self.missing(id) }
        do throws(PlanFault) { return (own, try Plan(json: bytes)) } catch {
            throw OperationFailure(.badInput, "\(own.path(of: Self.planFile)): \(error)")
        }
    }

    /// The entries of a journal, and how many of its bytes are whole lines.
    private static func entries(
        _ bytes: [UInt8], of id: PlanID
    ) throws(OperationFailure) -> (entries: [JournalEntry], whole: Int) {
        let newline = UInt8(ascii: "\n")
        let whole = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
        var entries: [JournalEntry] = []
        for (number, line) in bytes[..<whole].split(separator: newline).enumerated() {
            do throws(PlanFault) { entries.append(try JournalEntry(line: line)) } catch {
                throw OperationFailure(.badInput, "line \(number + 1) of the journal of \(id): \(error)")
            }
        }
        return (entries, whole)
    }

    private static func kept<Value>(
        _ body: () throws(StateFilesError) -> Value
    ) throws(OperationFailure) -> Value {
        do throws(StateFilesError) { return try body() } catch { throw OperationFailure(files: error) }
    }
}

extension OperationFailure {
    /// That a plan's files cannot be read or written.
    init(files error: StateFilesError) {
        switch error.reason {
        case .malformed: self.init(.badInput, "\(error)")
        case .system, .unsafe, .busy: self.init(.failed, "\(error)")
        }
    }
}
