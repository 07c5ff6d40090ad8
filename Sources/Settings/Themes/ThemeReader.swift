import TerminalCanvas

/// Makes a theme of a TOML file: palette, roles, glyphs (docs/themes.md). Everything that is wrong is
/// collected, with its line.
struct ThemeReader {
    private static let tables: Set<String> = ["palette", "role", "glyph"]

    private let file: TOMLFile
    private var problems: [SettingsError.Problem] = []
    private var heading: [String: String] = [:]
    private var palette: [String: ThemeColour] = [:]

    init(_ file: TOMLFile) { self.file = file }

    mutating func theme() throws(SettingsError) -> Theme {
        readHeading()
        for entry in entries(of: "palette") { readPalette(entry) }
        var styles: [StyleRole: ThemeRoleEntry] = [:]
        for entry in entries(of: "role") { readRole(entry, into: &styles) }
        var glyphs: [ThemeGlyph: ThemeGlyph.Forms] = [:]
        for entry in entries(of: "glyph") { readGlyph(entry, into: &glyphs) }
        let theme = Theme(
            name: heading["name"] ?? "", variant: Theme.Variant(rawValue: heading["variant"] ?? "") ?? .dark,
            pair: heading["pair"], source: heading["source"], license: heading["license"],
            styles: ThemeRoleEntry.resolved(styles), glyphs: glyphs)
        for problem in ThemeRules.broken(by: theme) { complain(problem.place, problem.message) }
        guard problems.isEmpty else { throw SettingsError(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }) }
        return theme
    }

    private func entries(of table: String) -> [TOMLFile.Entry] {
        file.entries.filter { $0.path.count == 2 && $0.path[0] == table }
    }

    private mutating func readHeading() {
        for entry in file.entries where !(entry.path.count == 2 && ThemeReader.tables.contains(entry.path[0])) {
            switch (entry.path.joined(separator: "."), entry.value) {
            case ("schema", .number(1)): heading["schema"] = "1"
            case ("schema", _): complain(entry, "schema must be 1: was the theme made for a newer curtain?")
            case ("variant", .text(let text)):
                heading["variant"] = text
                if Theme.Variant(rawValue: text) == nil { complain(entry, "variant must be \"dark\" or \"light\"") }
            case ("name", .text(let text)), ("pair", .text(let text)), ("source", .text(let text)),
                ("license", .text(let text)):
                heading[entry.path[0]] = text
            case ("name", _), ("pair", _), ("source", _), ("license", _), ("variant", _):
                complain(entry, "\(entry.path[0]) must be a string, not \(entry.value.words)")
            case (let name, _): complain(entry, "\(name) is nothing that a theme has")
            }
        }
        for name in ["schema", "name", "variant"] where heading[name] == nil {
            if !file.entries.contains(where: { $0.path == [name] }) { complain([name], "\(name) is missing") }
        }
    }

    private mutating func readPalette(_ entry: TOMLFile.Entry) {
        guard case .text(let text) = entry.value, let colour = RGBColour(text: text) else {
            return complain(entry, "palette.\(entry.path[1]) must be a colour such as \"#282828\"")
        }
        palette[entry.path[1]] = .rgb(colour)
    }

    private mutating func readRole(_ entry: TOMLFile.Entry, into styles: inout [StyleRole: ThemeRoleEntry]) {
        let name = entry.path[1]
        guard let role = StyleRole.allCases.first(where: { $0.themeKey == name }) else {
            return complain(entry, "\(name) is no role")
        }
        switch entry.value {
        case .text(let text):
            if let colour = colour(text) {
                let isGround = role == .background || role == .surface
                styles[role] = isGround ? ThemeRoleEntry(background: colour) : ThemeRoleEntry(foreground: colour)
            } else if let other = StyleRole.allCases.first(where: { $0.themeKey == text }), other != role {
                styles[role] = ThemeRoleEntry(likeRole: other)
            } else {
                complain(entry, "\"\(text)\" is no colour of the palette, no \"#rrggbb\", no role, and not \"default\"")
            }
        case .table(let members): styles[role] = style(members, of: entry)
        case .flag, .number, .array, .other:
            complain(entry, "role.\(name) must be a string or a table with fg, bg and attr")
        }
    }

    private mutating func style(_ members: [String: TOMLFile.Value], of entry: TOMLFile.Entry) -> ThemeRoleEntry {
        var style = ThemeRoleEntry()
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch (name, value) {
            case ("fg", .text(let text)), ("bg", .text(let text)):
                guard let colour = colour(text) else {
                    complain(entry, "\"\(text)\" is no colour of the palette, no \"#rrggbb\", and not \"default\"")
                    continue
                }
                if name == "fg" { style.foreground = colour } else { style.background = colour }
            case ("attr", .array(let words)):
                for word in words {
                    guard case .text(let text) = word, let attribute = TextAttributes(themeWord: text) else {
                        complain(entry, "attr has bold, dim, italic, underline and reverse")
                        continue
                    }
                    style.attributes.insert(attribute)
                }
            default: complain(entry, "a role has fg, bg (strings) and attr (an array), not \(name) = \(value.words)")
            }
        }
        return style
    }

    private mutating func readGlyph(
        _ entry: TOMLFile.Entry, into glyphs: inout [ThemeGlyph: ThemeGlyph.Forms]
    ) {
        guard let glyph = ThemeGlyph(rawValue: entry.path[1]) else {
            return complain(entry, "\(entry.path[1]) is no glyph")
        }
        guard case .array(let forms) = entry.value, forms.count == 2, case .text(let unicode) = forms[0],
            case .text(let ascii) = forms[1]
        else { return complain(entry, "glyph.\(glyph.rawValue) must be two strings: the sign and its ASCII form") }
        glyphs[glyph] = ThemeGlyph.Forms(unicode, ascii)
    }

    private func colour(_ text: String) -> ThemeColour? {
        if text == "default" { return .terminalDefault }
        return palette[text] ?? RGBColour(text: text).map { .rgb($0) }
    }

    private mutating func complain(_ entry: TOMLFile.Entry, _ message: String) {
        problems.append(.init(file.path, line: entry.line, message))
    }

    private mutating func complain(_ path: [String], _ message: String) {
        problems.append(.init(file.path, line: file.line(of: path), message))
    }
}
