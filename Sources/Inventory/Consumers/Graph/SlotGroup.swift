/// The same variable in $LATEST and in published versions of one function, where it says the same: one piece of evidence.
struct SlotGroup {
    private(set) var isLatest = false
    private(set) var versions: [String] = []

    mutating func add(_ version: String?) {
        if let version { versions.append(version) } else { isLatest = true }
    }

    /// The newest of them, for the way between.
    func via(_ function: String, _ variable: String) -> Reference {
        .variable(function: function, qualifier: isLatest ? nil : versions.last, name: variable)
    }

    /// Whether anything that runs holds it: $LATEST, or a version that an alias sends traffic to.
    func isInUse(_ routes: [String: [String]]) -> Bool { isLatest || versions.contains { routes[$0] != nil } }

    /// `in $LATEST and versions 1, 2 (live)`
    func words(_ routes: [String: [String]]) -> String {
        let numbers = versions.map { version in
            version + (routes[version].map { " (\($0.joined(separator: ", ")))" } ?? "")
        }
        let behind = numbers.isEmpty ? "" : "version\(numbers.count == 1 ? "" : "s") " + numbers.joined(separator: ", ")
        guard isLatest else {
            return "in \(behind) only" + (isInUse(routes) ? "" : ", which no alias sends traffic to")
        }
        return behind.isEmpty ? "in $LATEST" : "in $LATEST and \(behind)"
    }
}
