import StateFiles

extension FindingBaseline {
    /// Reads the file. Throws everything that is wrong in it, with lines; a missing file is an error.
    public init(path: String) throws(SettingsError) {
        let bytes: [UInt8]?
        do throws(StateFilesError) { bytes = try StateFile.contents(atPath: path, limit: 1 << 22) } catch {
            throw SettingsError(path, "\(error)")
        }
        guard let bytes else { throw SettingsError(path, "there is no such file; --write-baseline makes one") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw SettingsError(path, "it is not UTF-8") }
        try self.init(text: text, path: path)
    }

    init(text: String, path: String) throws(SettingsError) {
        let file = try TOMLFile(text: text, path: path)
        var problems: [SettingsError.Problem] = []
        var found: [String: [String: String]] = [:]
        for entry in file.entries {
            guard entry.path.count == 2, case .text(let text) = entry.value else {
                let name = entry.path.joined(separator: ".")
                problems.append(.init(path, line: entry.line, "\(name) must be a string below [ID-OF-A-FINDING]"))
                continue
            }
            switch entry.path[1] {
            case "reason", "ref": found[entry.path[0], default: [:]][entry.path[1]] = text
            case "until" where Self.isDay(text): found[entry.path[0], default: [:]]["until"] = text
            case "until": problems.append(.init(path, line: entry.line, "until must be a day such as \"2027-03-31\""))
            default:
                problems.append(
                    .init(path, line: entry.line, "there is no \(entry.path[1]); there are reason, until, ref"))
            }
        }
        for (id, fields) in found where (fields["reason"] ?? "").allSatisfy(\.isWhitespace) {
            problems.append(.init(path, line: file.line(of: [id]), "\(id) has no reason: say why it is accepted"))
        }
        guard problems.isEmpty else {
            throw SettingsError(problems.sorted { ($0.line ?? 0, $0.message) < ($1.line ?? 0, $1.message) })
        }
        self.init(
            found.map { id, fields in
                Entry(id: id, reason: fields["reason"] ?? "", until: fields["until"], reference: fields["ref"])
            }.sorted { $0.id < $1.id })
    }

    /// The file's text: the same entries give the same bytes.
    public var text: String {
        var text =
            "# Findings of `curtain check` that are accepted, each with its reason. docs/check.md explains the file.\n"
        for entry in entries {
            text += "\n[\(entry.id)]\nreason = \(Self.quoted(entry.reason))\n"
            if let until = entry.until { text += "until = \(Self.quoted(until))\n" }
            if let reference = entry.reference { text += "ref = \(Self.quoted(reference))\n" }
        }
        return text
    }

    /// A TOML basic string.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return false }
        guard let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
