import Inventory

/// In which order values can be rotated: what a rotation needs comes before it.
struct RotationOrder {
    let order: [Reference]
    /// Those of which each would have to come before the other; they stand where their names put them.
    let circular: [Reference]

    /// - Parameters:
    ///   - wanted: in the order that they get where nothing else orders them.
    ///   - needs: what has to come before a reference; what is not wanted does not count.
    init(_ wanted: [Reference], needs: [Reference: Set<Reference>]) {
        var waiting = wanted
        var order: [Reference] = []
        var circular: [Reference] = []
        while !waiting.isEmpty {
            let left = Set(waiting)
            let ready = waiting.firstIndex { needs[$0, default: []].subtracting([$0]).isDisjoint(with: left) }
            if ready == nil { circular.append(waiting[0]) }
            order.append(waiting.remove(at: ready ?? 0))
        }
        self.order = order
        self.circular = circular
    }
}
