/// A name with `*` for any characters and `?` for one; upper and lower case are the same.
public struct NamePattern: Equatable, Sendable {
    private let pattern: [Character]

    public init(_ text: String) { pattern = Array(text.lowercased()) }

    /// Whether the whole name fits.
    public func matches(_ name: String) -> Bool {
        let name = Array(name.lowercased())
        var read = 0
        var at = 0
        // Where to go on after the last star if what follows does not fit.
        var retry: (pattern: Int, name: Int)?
        while at < name.count {
            if read < pattern.count, pattern[read] == "*" {
                retry = (read + 1, at)
                read += 1
            } else if read < pattern.count, pattern[read] == "?" || pattern[read] == name[at] {
                read += 1
                at += 1
            } else if let last = retry {
                retry = (last.pattern, last.name + 1)
                read = last.pattern
                at = last.name + 1
            } else {
                return false
            }
        }
        return pattern[read...].allSatisfy { $0 == "*" }
    }
}
