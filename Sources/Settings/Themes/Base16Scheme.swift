import StateFiles
import TerminalCanvas

/// A colour scheme of base16 or base24, as its YAML files have it: sixteen colours by place, `base00` the ground and
/// `base05` the writing. (https://github.com/tinted-theming/home/blob/main/styling.md)
public struct Base16Scheme: Equatable, Sendable {
    public let name: String
    public let author: String?
    /// Sixteen colours, `base00` to `base0F`.
    public let colours: [RGBColour]

    /// A file's scheme.
    ///
    /// - Throws: what is wrong in it, with its line.
    public init(atPath path: String) throws(SettingsError) {
        let bytes: [UInt8]?
        do throws(StateFilesError) {
            bytes = try StateFile.contents(atPath: path, limit: 1 << 18)
        } catch {
            throw SettingsError(path, "\(error)")
        }
        guard let bytes else { throw SettingsError(path, "there is no such file") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw SettingsError(path, "it is not UTF-8") }
        try self.init(text: text, path: path)
    }

    /// Both forms of the files are read: the colours at the top, or in `palette`.
    init(text: String, path: String) throws(SettingsError) {
        var values: [String: String] = [:]
        var colours = [RGBColour?](repeating: nil, count: 16)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let (key, value) = Self.entry(String(line)) else { continue }
            guard key.hasPrefix("base0"), key.count == 6, let place = key.last?.hexDigitValue else {
                values[key] = value
                continue
            }
            guard let colour = RGBColour(text: value.hasPrefix("#") ? value : "#" + value) else {
                throw SettingsError(path, line: number + 1, "\(key) must be a colour such as \"#282828\"")
            }
            colours[place] = colour
        }
        let missing = (0..<16).filter { colours[$0] == nil }
            .map { "base0" + String($0, radix: 16, uppercase: true) }
        guard missing.isEmpty else {
            throw SettingsError(path, "it is no base16 scheme: \(missing.joined(separator: ", ")) missing")
        }
        self.colours = colours.compactMap(\.self)
        name = values["name"] ?? values["scheme"] ?? path.split(separator: "/").last.map(String.init) ?? "imported"
        author = values["author"]
    }

    /// `key: "value"` of a line; the little of YAML that these files have.
    private static func entry(_ line: String) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = trimmed(line[..<colon])
        var value = trimmed(line[line.index(after: colon)...])
        if let quote = value.first, quote == "\"" || quote == "'" {
            value = String(value.dropFirst().prefix { $0 != quote })
        } else if let remark = value.firstRange(of: " #") {
            value = trimmed(value[..<remark.lowerBound])
        }
        return key.isEmpty || key.hasPrefix("#") || value.isEmpty ? nil : (key, value)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Dark if its ground is.
    public var variant: Theme.Variant { Contrast.luminance(colours[0]) > 0.18 ? .light : .dark }

    /// Its name as that of a file.
    public var fileName: String {
        let words = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let name = String(words).split(separator: "-").joined(separator: "-")
        return name.isEmpty ? "imported" : name
    }
}
