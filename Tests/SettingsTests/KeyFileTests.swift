import FoundationEssentials
import Settings
import StateFiles
import Testing

@Suite("keys.toml and the saved filters")
struct KeyFileTests {
    private func read(_ text: String) throws -> KeyFile {
        let place = try TemporaryPlace()
        let path = place.path + "/keys.toml"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try KeyFile(path: path)
    }

    @Test("without a file no key is moved")
    func missing() throws {
        let file = try KeyFile(path: "/nonexistent/keys.toml")
        #expect(file.bindings.isEmpty && file.hotkeys.isEmpty)
    }

    @Test("one key or several, and keys for commands, each with its line")
    func read() throws {
        let file = try read(
            """
            # mine
            [keys]
            help = "f1"
            moveDown = ["n", "down"]

            [hotkey.stripe]
            shortCut = "ctrl-t"
            command = "sec /stripe"
            description = "the Stripe secrets"
            override = true
            """)
        #expect(file.bindings.map(\.action) == ["help", "moveDown"])
        #expect(file.bindings.map(\.keys) == [["f1"], ["n", "down"]])
        #expect(file.line(of: "moveDown") == 4)
        #expect(file.line(of: "quit") == nil)
        let hotkey = try #require(file.hotkeys.first)
        #expect((hotkey.name, hotkey.key, hotkey.command) == ("stripe", "ctrl-t", "sec /stripe"))
        #expect(hotkey.overrides && hotkey.description == "the Stripe secrets" && hotkey.line == 6)
    }

    @Test(
        "what is wrong is named with its line",
        arguments: [
            ("[keys]\nhelp = 1\n", "keys.toml:2: keys.help must be a key"),
            ("[keys]\nhelp = [\"x\", true]\n", "keys.toml:2: keys.help must be a key"),
            ("[bindings]\nhelp = \"x\"\n", "keys.toml:2: bindings.help is nothing that a key file has"),
            ("help = \"x\"\n", "keys.toml:1: help is nothing"),
            ("[hotkey.a]\nshortCut = \"z\"\n", "keys.toml:1: hotkey.a needs shortCut and command"),
            (
                "[hotkey.a]\nshortCut = \"z\"\ncommand = \"fn\"\nplugin = \"sh\"\n",
                "keys.toml:4: hotkey.a.plugin is no field"
            ),
            ("[keys\n", "keys.toml:1: not TOML")
        ])
    func wrong(text: String, expected: String) {
        let error = #expect(throws: SettingsError.self) { try read(text) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }

    @Test("filters are kept by list, whatever is in their text")
    func filters() throws {
        let place = try TemporaryPlace()
        let folder = try StateFolder(at: place.path)
        #expect(try SavedFilterFile(in: folder).filters.isEmpty)
        let filters = [
            SavedFilterFile.Filter(name: "mine", list: "functions", text: "-l team=\"a\\b\""),
            SavedFilterFile.Filter(name: "old", list: "secrets", text: "!prod é")
        ]
        try SavedFilterFile(filters).write(in: folder)
        #expect(try SavedFilterFile(in: folder).filters == filters)
        try SavedFilterFile([]).write(in: folder)
        #expect(try SavedFilterFile(in: folder).filters.isEmpty)
    }
}
