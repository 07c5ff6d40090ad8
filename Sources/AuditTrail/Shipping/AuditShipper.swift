import StateFiles

/// Ships what has not been shipped yet, in order, in batches, each acknowledged before the next: after an outage
/// it catches up from where the last acknowledgement was.
///
/// At least once: a crash between the acknowledgement and the mark sends a batch again; `seq` and `prev` tell the copy.
public struct AuditShipper: Sendable {
    /// The most that one batch holds.
    static let batchLines = 500
    static let batchBytes = 1 << 20

    /// How it came out.
    public struct Outcome: Equatable, Sendable {
        /// How many records were acknowledged.
        public var records = 0
        /// The number of the last of them, or of the last that was shipped before.
        public var last = 0
        /// Another process ships at this moment; nothing was done.
        public var isBusy = false

        public init(records: Int = 0, last: Int = 0, isBusy: Bool = false) {
            self.records = records
            self.last = last
            self.isBusy = isBusy
        }
    }

    private let folder: StateFolder
    private let trail: any AuditRecording

    /// - Parameter trail: of the same folder, for the record that says what was shipped.
    public init(in folder: StateFolder, trail: any AuditRecording) {
        self.folder = folder
        self.trail = trail
    }

    /// Ships everything up to now, and puts that on record if there was more than such records.
    ///
    /// - Throws: `AuditError` if the trail cannot be read, or is not the one that was shipped before;
    ///   `ShippingFailure` if a batch was not acknowledged. What was acknowledged before stays so.
    public func ship(to place: any RecordShipping, as context: AuditContext) async throws -> Outcome {
        let lock: FolderLock
        do throws(StateFilesError) { lock = try folder.lock(ShippedMark.lockName, milliseconds: 0) } catch {
            guard error.reason == .busy else { throw AuditError.files(error) }
            return Outcome(isBusy: true)
        }
        defer { withExtendedLifetime(lock) {} }
        var mark = try ShippedMark.read(in: folder)
        let before = mark.count
        var tellsMore = false
        while let batch = try ShippingBatch(behind: mark, in: folder) {
            try await place.ship(batch.bytes)
            mark = batch.mark
            tellsMore = tellsMore || batch.tellsMore
            try ShippedMark.write(mark, in: folder)
        }
        if tellsMore {
            try trail.append(
                AuditRecord(
                    .auditShipped, .done, context: context,
                    note: "records \(before + 1) to \(mark.count) were acknowledged"))
        }
        return Outcome(records: mark.count - before, last: mark.count)
    }
}
