import StateFiles

/// The filters that a person keeps by name. curtain writes the file; it may be edited by hand.
public struct SavedFilterFile: Equatable, Sendable {
    /// In the state folder.
    public static let fileName = "filters.toml"

    public struct Filter: Equatable, Sendable {
        public let name: String
        /// `functions`, `parameters`, `secrets` or `keys`.
        public let list: String
        /// As it was typed after `/`.
        public let text: String

        public init(name: String, list: String, text: String) {
            self.name = name
            self.list = list
            self.text = text
        }
    }

    public let filters: [Filter]

    public init(_ filters: [Filter]) { self.filters = filters }

    /// The filters of a folder; none if there is no file.
    public init(in folder: StateFolder) throws(SettingsError) {
        let path = folder.path + "/" + Self.fileName
        let bytes: [UInt8]?
        do throws(StateFilesError) {
            bytes = try folder.contents(of: Self.fileName, limit: 1 << 18)
        } catch {
            throw SettingsError(path, "\(error)")
        }
        guard let text = String(validating: bytes ?? [], as: UTF8.self) else {
            throw SettingsError(path, "it is not UTF-8")
        }
        var filters: [Filter] = []
        for entry in try TOMLFile(text: text, path: path).entries {
            guard entry.path.count == 2, case .text(let text) = entry.value else {
                throw SettingsError(
                    path, line: entry.line, "a filter stands in the table of its list: name = \"text\"")
            }
            filters.append(Filter(name: entry.path[1], list: entry.path[0], text: text))
        }
        self.init(filters)
    }

    /// Puts the file in its place.
    public func write(in folder: StateFolder) throws(StateFilesError) {
        try folder.replace(Self.fileName, with: Array(text.utf8))
    }

    /// The file's text: a table for each list, sorted.
    var text: String {
        var text = "# Filters that were saved with :save. name = \"what stands after /\"\n"
        for list in Set(filters.map(\.list)).sorted() {
            text += "\n[\(list)]\n"
            for filter in filters.filter({ $0.list == list }).sorted(by: { $0.name < $1.name }) {
                text += "\(SettingValue.text(filter.name).toml) = \(SettingValue.text(filter.text).toml)\n"
            }
        }
        return text
    }
}
