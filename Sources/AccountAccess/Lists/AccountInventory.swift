import AWSClient
import Inventory
import Operations
import SensitiveMemory

/// The four lists of one account in one region.
public struct AccountInventory: InventoryLoading {
    /// Calls in flight for details: a share of what the control planes bear.
    static let detailLimit = 8

    let functions: FunctionList
    let parameters: ParameterList
    let secrets: SecretList
    let keys: KeyList
    let tagTable: TagTable
    let names: KnownNames

    /// - Parameters:
    ///   - region: written into the rows.
    ///   - fingerprints: the installation's key.
    ///   - openVariables: `[safety] open_variables` of the configuration.
    ///   - clock: for waiting when a service is asked too fast.
    public init(
        calls: any AWSCalling, region: String, fingerprints: FingerprintKey, openVariables: [String] = [],
        clock: any ClientClock = SystemClock()
    ) {
        let calls = PacedCalls(calls, clock: clock)
        functions = FunctionList(
            calls: calls, region: region,
            observer: VariableObserver(
                key: fingerprints, rules: VariableClassification(openVariables: openVariables)))
        parameters = ParameterList(calls: calls, region: region)
        secrets = SecretList(calls: calls, region: region)
        keys = KeyList(calls: calls, region: region)
        tagTable = TagTable(calls: calls)
        names = KnownNames(key: fingerprints)
    }

    public func load(
        _ kind: ResourceKind, options: ListOptions, each: @escaping @Sendable (ListUpdate) async -> Void
    ) async throws(OperationFailure) {
        async let tags = options.tags && kind != .secret ? tagTable.load(kind) : nil
        async let unlinked = options.links && kind == .function ? loadNames() : []
        let generation = await names.begin(kind)
        var rows: [ResourceRow] = []
        var problem: OperationFailure?
        let pages = pages(of: kind) { problem = $0 }
        while let page = try await pages.next() {
            guard !page.isEmpty else { continue }
            if options.early {
                let page = await remember(page, kind, generation)
                // Kept only for what is told once more.
                if options.detail || options.tags { rows += page }
                await each(.rows(page))
            } else {
                _ = await unlinked
                var page = page
                if options.detail { page = await detailed(page, generation, each: each) { _ in } }
                if case .success(let tags)? = await tags { page = page.map { $0.tagged(tags) } }
                if options.remembered { page = await remember(page, kind, generation) }
                await each(.rows(page))
            }
        }
        if options.remembered { await names.finish(kind, generation: generation) }
        for failure in await unlinked { await each(.incomplete(failure)) }
        if let problem { await each(.incomplete(problem)) }
        if options.early {
            if options.detail { rows = await detailed(rows, generation, each: each) { await each(.changed($0)) } }
            // Only what has tags has changed: an untagged list of any length costs nothing more.
            if case .success(let tags)? = await tags {
                let tagged = rows.lazy.map { $0.tagged(tags) }.filter { $0.common.tags?.isEmpty == false }
                if !tagged.isEmpty { await each(.changed(await names.linked(Array(tagged), generation: generation))) }
            }
        }
        if case .failure(let failure)? = await tags { await each(.incomplete(failure)) }
        if Task.isCancelled { throw OperationFailure(.interrupted, "the list of \(kind.plural) was given up") }
    }

    public func tags(of kind: ResourceKind) async throws(OperationFailure) -> ResourceTags {
        try await tagTable.load(kind).get()
    }

    public func relinkedFunctions() async -> [ResourceRow] { await names.relinked() }

    /// The detail of a function with the links that are known.
    func linked(_ detail: ResourceDetail) async -> ResourceDetail {
        var detail = detail
        if let row = await names.linked([detail.row], generation: -1).first { detail.row = row }
        return detail
    }

    /// The pages of the list call; `problem` is told what makes the rows less than whole.
    private func pages(of kind: ResourceKind, problem: @escaping (OperationFailure) -> Void) -> RowPages {
        switch kind {
        case .function: functions.pages()
        case .parameter: parameters.pages()
        case .secret: secrets.pages()
        case .key: keys.pages(problem: problem)
        }
    }

    private func remember(_ rows: [ResourceRow], _ kind: ResourceKind, _ generation: Int) async -> [ResourceRow] {
        await names.add(rows, of: kind, generation: generation)
        return await names.linked(rows, generation: generation)
    }

    /// The rows with what a call a row tells; those whose call fails stay as they are, and the first failure is told.
    /// `arrived` gets a few at a time as they come.
    private func detailed(
        _ rows: [ResourceRow], _ generation: Int, each: (ListUpdate) async -> Void,
        arrived: ([ResourceRow]) async -> Void
    ) async -> [ResourceRow] {
        var waiting: [ResourceRow] = []
        let outcomes = await BoundedWork.map(rows, limit: Self.detailLimit, detailed) { _, outcome in
            if case .success(let row) = outcome { waiting.append(row) }
            if waiting.count == 16 {
                await arrived(await names.linked(waiting, generation: generation))
                waiting = []
            }
        }
        if !waiting.isEmpty { await arrived(await names.linked(waiting, generation: generation)) }
        var told = false
        var result: [ResourceRow] = []
        for (row, outcome) in zip(rows, outcomes) {
            switch outcome {
            case .success(let detailed): result.append(detailed)
            case .failure(let failure):
                result.append(row)
                if !told { await each(.incomplete(failure)) }
                told = true
            }
        }
        return result
    }

    private func detailed(_ row: ResourceRow) async throws(OperationFailure) -> ResourceRow {
        switch row {
        case .function(let row): .function(try await functions.detailed(row))
        case .parameter: row
        case .secret(let row): .secret(try await secrets.detailed(row))
        case .key(let row): .key(try await keys.detailed(row))
        }
    }
}
