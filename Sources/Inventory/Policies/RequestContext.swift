/// What is known of a request before it is made: the condition keys that it will carry, those that it will not, and,
/// by their absence from both, those of which nothing can be said.
public struct RequestContext: Sendable, Equatable {
    private var known: [String: [String]]
    private var absent: Set<String>
    /// Beginnings of keys of which those that are not known are absent: all tags of a thing are known or none.
    private var wholeFamilies: [String] = []

    /// - Parameters:
    ///   - known: keys in any case, and their values.
    ///   - absent: keys that such a request has not got.
    public init(known: [String: [String]] = [:], absent: Set<String> = []) {
        self.known = Dictionary(known.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        self.absent = Set(absent.map { $0.lowercased() })
    }

    public enum Value: Sendable, Equatable {
        case values([String])
        case absent, unknown
    }

    public subscript(key: String) -> Value {
        let key = key.lowercased()
        if let values = known[key] { return .values(values) }
        return absent.contains(key) || wholeFamilies.contains { key.hasPrefix($0) } ? .absent : .unknown
    }

    /// Adds what is known of one more key.
    public mutating func set(_ key: String, _ values: [String]) { known[key.lowercased()] = values }
    /// Adds the tags of a thing: `aws:ResourceTag/NAME`. A tag that is not among them is absent.
    public mutating func set(tags: [String: String], as family: String) {
        for (name, value) in tags { set(family + name, [value]) }
        wholeFamilies.append(family.lowercased())
    }

    public mutating func setAbsent(_ key: String) { absent.insert(key.lowercased()) }

    /// The one value of a key, for policy variables.
    func single(_ key: String) -> String? {
        if case .values(let values) = self[key], values.count == 1 { values[0] } else { nil }
    }
}
