import FoundationEssentials
import Settings
import Testing

@Suite("Settings")
struct SettingsTests {
    private func read(_ text: String, environment: [String: String] = [:]) throws -> Settings {
        let place = try TemporaryPlace()
        let path = place.path + "/config.toml"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try Settings(path: path, environment: environment)
    }

    /// `line: message` of each problem.
    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as SettingsError {
            return error.problems.map { "\($0.line ?? 0): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test("without a file everything has its default")
    func defaults() throws {
        let settings = try Settings(path: "/nonexistent/config.toml", environment: [:])
        #expect(settings == Settings())
        #expect(settings.revealSeconds == 30)
        #expect(settings.clipboard == nil)
        #expect(settings.isReadOnly(profile: "acme-Production-eu"))
        #expect(!settings.isReadOnly(profile: "acme-dev"))
        #expect(!settings.isReadOnly(profile: nil))
        #expect(settings.listing.allSatisfy { $0.origin == "default" })
    }

    @Test("a file that was named must be there")
    func missing() {
        #expect(throws: SettingsError.self) {
            try Settings(path: "/nonexistent/config.toml", isRequired: true, environment: [:])
        }
    }

    @Test("every key is read, in each of TOML's ways of writing it")
    func all() throws {
        let settings = try read(
            """
            # a remark
            reveal = { seconds = 10, idle_seconds = 20, note_min = 8, "note_pattern" = '[A-Z]+-\\d+' }

            [safety]
            read_only_profiles = [
              "live-*",   # [ is not a table
              '''x"y''',
            ]
            share = true
            clipboard = "osc52"
            open_variables = ["LOG_LEVEL", "pay-*/STAGE"]
            [aws]
            profile = "dev"
            regions = ["eu-west-1"]
            requests_per_second = 5
            allow_plain_http = true
            [ui]
            theme = "mono"
            columns.functions = ["name", "state"]
            mouse = true
            [audit]
            ship = "logger"
            """)
        #expect(settings.revealSeconds == 10)
        #expect(settings.notePattern == #"[A-Z]+-\d+"#)
        #expect(settings.isReadOnly(profile: "live-7"))
        #expect(settings.isReadOnly(profile: "x\"y"))
        #expect(!settings.isReadOnly(profile: "production"))
        #expect(settings.share)
        #expect(settings.clipboard == "osc52")
        #expect(settings.isOpen(variable: "LOG_LEVEL", of: "any"))
        #expect(settings.isOpen(variable: "STAGE", of: "pay-1"))
        #expect(!settings.isOpen(variable: "STAGE", of: "other"))
        #expect(settings.profile == "dev")
        #expect(settings.requestsPerSecond == 5)
        #expect(settings.allowPlainHTTP)
        #expect(settings.columns == ["functions": ["name", "state"]])
        #expect(settings.mouse)
        #expect(settings.ship == "logger")
    }

    @Test("each value tells the line it came from, or the variable")
    func origins() throws {
        let settings = try read(
            "[reveal]\nseconds = 5\n\n[aws]\nregions = [\n 'a',\n 'b']\nprofile = 'p'\n[ui]\ntheme='t'\n",
            environment: ["CURTAIN_THEME": "mono", "CURTAIN_SHARE": "1", "CURTAIN_PROFILE": ""])
        func line(_ key: SettingKey) -> Int? {
            if case .file(_, let line) = settings.origin(of: key) { line } else { nil }
        }
        #expect(line(.revealSeconds) == 2)
        #expect(line(.regions) == 5)
        #expect(line(.profile) == 8)
        #expect(settings.theme == "mono")
        #expect(settings.origin(of: .theme) == .environment(variable: "CURTAIN_THEME"))
        #expect(settings.share)
        #expect(settings.profile == "p")
    }

    @Test(
        "what is wrong is told with its line",
        arguments: [
            ("[reveal]\nsecond = 5", ["2: reveal.second is no setting; did you mean reveal.seconds?"]),
            ("[reveals]\nx = 1", ["2: reveals.x is no setting"]),
            ("\n\nseconds = 5", ["3: seconds is no setting; did you mean reveal.seconds?"]),
            (
                "[reveal]\nseconds = \"5\"",
                ["2: reveal.seconds must be a whole number of seconds from 1 to 3600, not a string"]
            ),
            ("[reveal]\nseconds = 0", ["2: reveal.seconds must be a whole number of seconds from 1 to 3600, not 0"]),
            ("[safety]\nshare = 1", ["2: safety.share must be true or false, not 1"]),
            ("[ui]\nmouse = 1.5", ["2: ui.mouse must be true or false, not a decimal number"]),
            ("[aws]\nregions = [1]", ["2: aws.regions must be an array of strings, not an array"]),
            (
                "[safety]\nclipboard = \"on\"",
                ["2: safety.clipboard must be one of \"off\", \"osc52\", \"native\", \"tmux\", not a string"]
            ),
            (
                "x = \"\"\"\n[reveal]\n\"\"\"\n[ui]\nnope = [\n[1],\n]\nalso = 1",
                ["1: x is no setting", "5: ui.nope is no setting", "8: ui.also is no setting"]
            )
        ])
    func wrong(text: String, expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test(
        "a header without a name and a bracket of the wrong kind are told with their line",
        arguments: ["[\nreveal]", "[é]", "[]", "[[", "[[[a", "[ [a]]", "[=]", "a = [}\"b\"]", "a = {]"])
    func namelessHeaders(text: String) {
        #expect(problems("[ui]\n" + text + "\n").first?.hasPrefix("2: not TOML") == true)
    }

    @Test("what is no TOML is told with its line", arguments: [("[reveal]\nseconds = ", 2), ("a = 1\nb", 2), ("=", 1)])
    func notTOML(text: String, line: Int) {
        let found = problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(line): not TOML: ") == true)
    }

    @Test("a variable that is neither on nor off is an error")
    func badVariable() {
        #expect(throws: SettingsError.self) { try read("", environment: ["CURTAIN_READ_ONLY": "maybe"]) }
    }

    @Test("the listing can be read again")
    func listing() throws {
        let place = try TemporaryPlace()
        let path = place.path + "/config.toml"
        var settings = Settings()
        settings.set(.notePattern, to: .text("a\"\\\u{1b}é"), from: .standard)
        settings.set(.columns, to: .lists(["keys": ["a"], "functions": []]), from: .standard)
        try Data(settings.text.utf8).write(to: URL(filePath: path))
        let again = try Settings(path: path, environment: [:])
        #expect(again.listing.map(\.value) == settings.listing.map(\.value))
    }
}
