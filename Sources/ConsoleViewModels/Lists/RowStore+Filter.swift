extension RowStore {
    /// Which rows pass, in rising order, among the candidates only if there are any given; nil if all do.
    func rows(passing filter: ListFilter, among candidates: [Int32]?) -> [Int32]? {
        switch filter {
        case .none: return nil
        case .plain(let text): return search.rows(containing: text, among: candidates)
        case .fuzzy(let letters): return search.rows(withLetters: letters, among: candidates)
        case .inverse(let text):
            var hits = search.rows(containing: text, among: candidates)[...]
            return (candidates ?? Array(0..<Int32(rows.count))).filter { row in
                guard hits.first == row else { return true }
                hits.removeFirst()
                return false
            }
        case .tags(let terms): return rows(tagged: terms, among: candidates)
        }
    }

    /// The rows of an order that pass; `matching` is nil where all do.
    func shown(of order: [Int32], matching: [Int32]?) -> [Int32] {
        guard let matching else { return order }
        var passes = [Bool](repeating: false, count: rows.count)
        for row in matching { passes[Int(row)] = true }
        return order.filter { passes[Int($0)] }
    }
}
