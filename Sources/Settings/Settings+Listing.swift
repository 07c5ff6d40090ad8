extension Settings {
    /// One key as `curtain config show` tells it.
    public struct Line: Equatable, Sendable {
        public let key: SettingKey
        /// As it would stand in the file.
        public let value: String
        /// Where it came from, in words.
        public let origin: String
    }

    /// Every key with its effective value, in the order of the table.
    public var listing: [Line] {
        SettingKey.allCases.map { Line(key: $0, value: self[$0].toml, origin: origin(of: $0).words) }
    }

    /// The listing as TOML that could be read again, each value with a remark on where it came from.
    public var text: String {
        let lines = listing
        var result = ""
        var table = ""
        let width = lines.map { $0.key.name.count + $0.value.count }.filter { $0 < 48 }.max() ?? 0
        for line in lines {
            if line.key.table != table {
                table = line.key.table
                result += (result.isEmpty ? "" : "\n") + "[\(table)]\n"
            }
            let pad = max(1, width - line.key.name.count - line.value.count + 2)
            result += "\(line.key.name) = \(line.value)\(String(repeating: " ", count: pad))# \(line.origin)\n"
        }
        return result
    }
}
