import StateFiles

/// The files of a trail that has grown: closed segments, `audit.000000123456.jsonl`, named by the number of their last
/// record, and the open one, `audit.jsonl`. The chain goes through all of them as if they were one.
enum TrailSegments {
    private static let digits = 12

    static func name(last count: Int) -> String {
        let number = String(count)
        return "audit." + String(repeating: "0", count: max(0, digits - number.count)) + number + ".jsonl"
    }

    /// The number of the last record of a closed segment; nil if the name is none.
    static func last(of name: String) -> Int? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "audit", parts[2] == "jsonl", parts[1].utf8.count >= digits,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(parts[1])
    }

    /// The closed segments' names, the oldest first.
    static func closed(in folder: StateFolder) throws(StateFilesError) -> [String] {
        try folder.names().compactMap { name in last(of: name).map { (name, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Where the open file begins: behind the last line of the newest closed segment, or at nothing.
    static func base(in folder: StateFolder) throws(StateFilesError) -> TrailTail {
        guard let name = try closed(in: folder).last, let file = try folder.open(name, for: .reading),
            let line = try TrailLine(endingAt: try file.status().size, of: file)
        else { return .empty }
        return TrailTail(count: line.sequence ?? -1, hash: line.hash, start: 0, end: 0, size: 0)
    }
}
