import AccountAccess
import Inventory
import Operations

/// Prints rows while lists are loaded side by side: each page at once where the format allows it, sorted or
/// kind by kind at the end where it does not.
actor ListOutput {
    /// What could not be listed in one region.
    struct Failures: Sendable {
        let place: SessionPlace
        let failures: [ResourceKind: OperationFailure]
    }

    private let kinds: [ResourceKind]
    private let filter: RowFilter?
    private let sorts: [ResourceKind: RowSort]
    private let streams: Bool
    private let standardOutput: DescriptorSink
    private var printers: [ResourceKind: RowPrinter<ResourceRow, DescriptorSink>]
    private var waiting: [ResourceKind: [ResourceRow]] = [:]
    private var incomplete: [OperationFailure] = []
    private var failure: OutputError?
    private var close: (@Sendable () -> Void)?
    private let isTable: Bool
    private var hasRows = false

    init(
        _ session: Session, kinds: [ResourceKind], filter: RowFilter?, sorts: [ResourceKind: RowSort],
        places: SessionPlaces
    ) {
        let isTable = session.format() == .table
        let share = session.mode.share
        // Without columns the fields go by the row, so one printer serves all kinds.
        let printed = isTable ? kinds : Array(kinds.prefix(1))
        let pairs = printed.map { ($0, session.printer(RowShape.resources($0, share: share, in: places))) }
        printers = Dictionary(pairs) { first, _ in first }
        standardOutput = session.standardOutput
        self.kinds = kinds
        self.filter = filter
        self.sorts = sorts
        self.isTable = isTable
        streams = sorts.isEmpty && (kinds.count == 1 || !isTable)
    }

    /// What to do when nobody reads any more.
    func whenClosed(_ close: @escaping @Sendable () -> Void) {
        self.close = close
        if failure != nil { close() }
    }

    func take(_ update: ListUpdate, of kind: ResourceKind, from place: SessionPlace) {
        switch update {
        case .rows(let rows):
            let wanted = filter.map { filter in rows.filter(filter.matches) } ?? rows
            hasRows = hasRows || !wanted.isEmpty
            if streams { print(wanted, as: kind) } else { waiting[kind, default: []] += wanted }
        case .changed: break  // Rows are asked for once, complete.
        case .incomplete(let problem):
            incomplete.append(problem)
            tell(problem, of: place)
        }
    }

    /// Prints what has waited, ends the output, tells every failure. The exit code is the first failure's.
    func finish(_ all: [Failures]) throws -> ExitStatus {
        // Told as failed only if it is so everywhere.
        let failures = Dictionary(
            uniqueKeysWithValues: kinds.compactMap { kind in
                all.allSatisfy { $0.failures[kind] != nil } ? all.first?.failures[kind].map { (kind, $0) } : nil
            })
        if !streams {
            for (place, kind) in kinds.enumerated() {
                let rows = waiting[kind] ?? []
                if isTable, place > 0 { print(line: "") }
                print(sorts[kind]?.sorted(rows) ?? rows, as: kind)
                if isTable, !rows.isEmpty || failures[kind] == nil { end(kind) }
            }
        }
        // A list that failed before its first row is told in words, not by an empty table.
        if !isTable || streams && (hasRows || failures.isEmpty), let first = kinds.first { end(first) }
        var first: OperationFailure?
        for each in all {
            for kind in kinds {
                guard let failure = each.failures[kind] else { continue }
                tell(failure, of: each.place)
                first = first ?? failure
            }
        }
        switch failure {
        case .closed?: return .done
        case let failure?: throw failure
        case nil: break
        }
        return (first ?? incomplete.first).map { ExitStatus($0.kind) } ?? .done
    }

    private func print(_ rows: [ResourceRow], as kind: ResourceKind) {
        attempt { () throws(OutputError) in try printers[isTable ? kind : kinds[0]]?.print(rows) }
    }

    private func print(line: String) {
        attempt { () throws(OutputError) in
            var sink = standardOutput
            try sink.write(line + "\n")
            try sink.flush()
        }
    }

    private func end(_ kind: ResourceKind) {
        attempt { () throws(OutputError) in try printers[kind]?.finish() }
    }

    private func attempt(_ act: () throws(OutputError) -> Void) {
        guard failure == nil else { return }
        do throws(OutputError) { try act() } catch {
            failure = error
            close?()
        }
    }

    private func tell(_ problem: OperationFailure, of place: SessionPlace) {
        if failure == nil { place.tell(problem) }
    }
}
