import ConsoleViewModels
import FoundationEssentials
import Inventory
import TerminalCanvas
import Testing

@Suite("The key table and the command table")
struct KeyReferenceTests {
    private var page: String { #filePath.components(separatedBy: "/Tests/")[0] + "/docs/keys.md" }

    @Test("docs/keys.md is what the tables say")
    func pageIsFresh() throws {
        if ProcessInfo.processInfo.environment["CURTAIN_WRITE_DOCS"] != nil {
            try Data(KeyReference.markdown.utf8).write(to: URL(filePath: page))
        }
        let written = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
        #expect(
            written == KeyReference.markdown,
            "docs/keys.md is stale: CURTAIN_WRITE_DOCS=1 swift test --filter KeyReference writes it anew")
    }

    @Test("every action has one line, with words, help and keys")
    func complete() {
        #expect(KeyBinding.table.map(\.action).count == Action.allCases.count)
        #expect(Set(KeyBinding.table.map(\.action)) == Set(Action.allCases))
        for binding in KeyBinding.table {
            #expect(!binding.keys.isEmpty && !binding.words.isEmpty && binding.help.hasSuffix("."))
        }
    }

    @Test("a key means one thing in each place")
    func noConflicts() {
        for context in contexts {
            for (key, actions) in actionsByKey {
                let here = actions.filter { $0.availability(in: context) != .absent }
                #expect(here.count <= 1, "\(key.label) is \(here) in \(context.screen)")
            }
        }
    }

    @Test(
        "keys can be moved, and what cannot be is named",
        arguments: [
            (["moveDown": ["ctrl-n", "down"]], nil), (["reveal": []], nil),
            (["fly": ["z"]], KeyTableProblem.unknownAction("fly")),
            (["help": ["hyper-q"]], .unknownKey("hyper-q", action: "help")),
            (["help": ["x"]], .conflict(key: "x", .reveal, .help)), (["maskAll": []], .mustHaveKey(.maskAll)),
            (["share": []], .mustHaveKey(.share)), (["open": ["ctrl-c"]], .reserved(key: "ctrl-c", action: "open")),
            (["pageDown": ["pgdn"]], nil),
            (["pageDown": ["space"]], .conflict(key: "space", .pageDown, .mark))
        ] as [([String: [String]], KeyTableProblem?)])
    func rebinding(changes: [String: [String]], problem: KeyTableProblem?) {
        do throws(KeyTableProblem) {
            let table = try KeyTable().rebound(changes)
            #expect(problem == nil)
            for (name, keys) in changes {
                let binding = table.bindings.first { $0.action.rawValue == name }
                #expect(binding?.keys.map(\.label) == keys)
            }
        } catch {
            #expect(error == problem)
        }
    }

    @Test("a hotkey takes a key that is free, or one that it may take; never one that masks")
    func hotkeys() throws {
        func add(_ key: Key, overrides: Bool = false, to table: KeyTable = KeyTable()) -> KeyTableProblem? {
            do throws(KeyTableProblem) {
                _ = try table.adding(Hotkey(key: key, command: "fn", words: "fn"), named: "mine", overrides: overrides)
                return nil
            } catch {
                return error
            }
        }
        #expect(add(.control("t")) == nil)
        #expect(add("o") == .taken(key: "o", .sortMenu, hotkey: "mine"))
        #expect(add("o", overrides: true) == nil)
        #expect(add("X", overrides: true) == .taken(key: "X", .maskAll, hotkey: "mine"))
        #expect(add("S", overrides: true) == .taken(key: "S", .share, hotkey: "mine"))
        #expect(add(.control("c"), overrides: true) == .reserved(key: "ctrl-c", action: "mine"))
        let table = try KeyTable().adding(
            Hotkey(key: .function(9), command: "fn", words: ""), named: "a", overrides: false)
        #expect(add(.function(9), to: table) == .twice(key: "f9", hotkey: "mine"))
    }

    @Test("every key's name leads back to it")
    func labels() {
        for binding in KeyBinding.table { for key in binding.keys { #expect(Key(label: key.label) == key) } }
    }

    @Test("the masking keys cannot be without a meaning")
    func maskingKeys() {
        let table = KeyTable()
        for context in contexts {
            #expect(table.action(for: .character("X"), in: context) == .maskAll)
            #expect(table.action(for: .character("S"), in: context) == .share)
        }
    }

    @Test("reveal vanishes from the footer in read-only and share mode")
    func footer() {
        var context = KeyContext(screen: .detail(.function(name: "a")))
        context.selection = .variable
        context.detailKind = .function
        #expect(KeyTable().footer(in: context).map(\.action).contains(.reveal))
        context.isReadOnly = true
        #expect(!KeyTable().footer(in: context).map(\.action).contains(.reveal))
        context.isReadOnly = false
        context.isShared = true
        #expect(!KeyTable().footer(in: context).map(\.action).contains(.reveal))
    }

    @Test("no name or alias names two commands")
    func commands() {
        let names = Command.table.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        for name in ["q", "q!", "qa", "Q", "quit", "exit"] { #expect(Command.named(name)?.verb == .quit) }
    }

    private var actionsByKey: [Key: [Action]] {
        var found: [Key: [Action]] = [:]
        for binding in KeyBinding.table { for key in binding.keys { found[key, default: []].append(binding.action) } }
        return found
    }

    private var contexts: [KeyContext] {
        let screens: [Screen] = [
            .resources, .context, .list(.function), .list(.secret), .detail(.secret(name: "a")), .commandLog, .firstRun
        ]
        return screens.flatMap { screen in
            [(false, false), (true, false), (true, true)].map { isRevealed, isLong in
                var context = KeyContext(screen: screen)
                context.isRevealed = isRevealed
                context.isLongValue = isLong
                return context
            }
        }
    }
}
