import AuditTrail
import StateFiles

/// Prints records as they are read.
enum AuditPrinting {
    /// Prints in batches, which keep a long trail in constant memory and its table aligned. Returns how many lines were
    /// no records.
    static func print(
        _ filter: AuditFilter, of folder: String, with printer: inout RowPrinter<AuditEntry, DescriptorSink>
    ) throws -> Int {
        guard let folder = try StateFolder.existing(at: folder) else {
            try printer.finish()
            return 0
        }
        var batch: [AuditEntry] = []
        var failure: OutputError?
        let unreadable = try AuditReader(of: folder).forEach(filter) { entry in
            batch.append(entry)
            guard batch.count == 500 else { return true }
            do throws(OutputError) { try printer.print(batch) } catch { failure = error }
            batch.removeAll(keepingCapacity: true)
            return failure == nil
        }
        if let failure { throw failure }
        try printer.print(batch)
        try printer.finish()
        return unreadable
    }

    /// Says how many lines were no records; the exit code for it.
    static func status(_ unreadable: Int) -> ExitStatus {
        guard unreadable > 0 else { return .done }
        StandardError.line("curtain: \(unreadable) lines are no records; run: curtain audit verify")
        return .finding
    }
}
