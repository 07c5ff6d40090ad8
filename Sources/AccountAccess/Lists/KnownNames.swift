import Inventory
import SensitiveMemory

/// What the lists loaded so far are called, and the functions whose variables may name them.
actor KnownNames {
    /// All names that are known now, as fingerprints.
    private(set) var index: NameIndex
    private var generations: [ResourceKind: Int] = [:]
    private var whole: Set<ResourceKind> = []
    /// Loads that somebody has begun or will begin at once, and who waits for their end.
    private var expected: [ResourceKind: Int] = [:]
    private var waiting: [ResourceKind: [CheckedContinuation<Void, Never>]] = [:]
    private var functions: [Reference: FunctionRow] = [:]

    init(key: FingerprintKey) { index = NameIndex(key: key) }

    /// A load of the list begins: returns its number.
    func begin(_ kind: ResourceKind) -> Int {
        let generation = generations[kind, default: 0] + 1
        generations[kind] = generation
        if kind == .function { functions = [:] }
        return generation
    }

    func add(_ rows: [ResourceRow], of kind: ResourceKind, generation: Int) {
        guard generations[kind] == generation else { return }
        for row in rows { index.insert(row, generation: generation) }
    }

    /// The load is whole: names that it did not bring are gone.
    func finish(_ kind: ResourceKind, generation: Int) {
        guard generations[kind] == generation else { return }
        index.dropOlder(than: generation, of: kind)
        whole.insert(kind)
    }

    /// The lists are about to be loaded; each is settled when its load has ended, well or not.
    func expect(_ kinds: [ResourceKind]) {
        for kind in kinds { expected[kind, default: 0] += 1 }
    }

    func settle(_ kind: ResourceKind) {
        expected[kind, default: 0] -= 1
        guard !isExpected(kind) else { return }
        for waiter in waiting.removeValue(forKey: kind) ?? [] { waiter.resume() }
    }

    func isExpected(_ kind: ResourceKind) -> Bool { expected[kind, default: 0] > 0 }

    /// Returns when no load of the list is on its way any more.
    func settled(_ kind: ResourceKind) async {
        guard isExpected(kind) else { return }
        await withCheckedContinuation { waiting[kind, default: []].append($0) }
    }

    /// The lists among these that were not yet loaded to their end.
    func missing(_ kinds: [ResourceKind]) -> [ResourceKind] { kinds.filter { !whole.contains($0) } }

    /// The rows with the links that are known now; they are remembered for `relinked`.
    func linked(_ rows: [ResourceRow], generation: Int) -> [ResourceRow] {
        rows.map { row in
            guard case .function(var function) = row else { return row }
            index.resolve(&function)
            if generations[.function] == generation { functions[function.common.reference] = function }
            return .function(function)
        }
    }

    /// The functions that have got a link since they were last given out.
    func relinked() -> [ResourceRow] {
        var changed: [ResourceRow] = []
        for (reference, var function) in functions where index.resolve(&function) {
            functions[reference] = function
            changed.append(.function(function))
        }
        return changed.sorted { $0.common.name < $1.common.name }
    }
}
