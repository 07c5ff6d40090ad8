/// Names that differ only in case: AWS keeps them apart, people do not.
enum NameTwins {
    /// Those of the names that are the same but for case, and not the very same.
    static func of(_ name: String, in names: [String]) -> [String] {
        let folded = name.lowercased()
        return names.filter { $0 != name && $0.lowercased() == folded }.sorted()
    }

    /// A hint behind "there is no such thing"; empty without a twin.
    static func hint(_ name: String, in names: [String]) -> String {
        let twins = of(name, in: names)
        return twins.isEmpty ? "" : ", but there is \(twins.joined(separator: ", ")): names that differ only in case"
    }

    static func warning(_ name: String, in names: [String]) -> String? {
        let twins = of(name, in: names)
        guard !twins.isEmpty else { return nil }
        return "\(twins.joined(separator: ", ")) differs from \(name) only in case, and is another one for AWS"
    }
}
