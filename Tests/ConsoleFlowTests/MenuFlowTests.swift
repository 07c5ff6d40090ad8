import ConsoleViewModels
import Inventory
import TerminalCanvas
import Testing

@Suite("columns, saved filters, themes, keys of one's own, and questions")
struct MenuFlowTests {
    // MARK: columns

    @Test("W chooses columns, carries them, and says how to keep them")
    func columns() {
        var session = Session()
        session.press("W")
        #expect(session.shows("[x] env"))
        #expect(session.shows("[ ] runtime"))
        session.press(" ", "j", " ")
        #expect(session.shows("[ ] env"))
        session.press("G", "k", "k", " ")
        #expect(session.shows("[x] runtime"))
        session.press("K", "K", "K", "K", "K", "K", "K", "K", .enter)
        let head = session.buffer.text(row: 2)
        #expect(!head.contains("ENV") && !head.contains("LIT"))
        #expect(head.contains("NAME") && head.contains("RUNTIME"))
        #expect(session.shows("to keep them: [ui] columns = { functions = [\"name\", \"runtime\""))
        session.press("o")
        #expect(session.shows("runtime"))
        session.press(.escape)
        session.run("columns default")
        #expect(session.buffer.text(row: 2).contains("ENV"))
    }

    @Test("the configuration's columns stand in their order; a wrong one after : is named")
    func configured() {
        var settings = ConsoleSettings.sample
        settings.columns = [.function: [.name, .state, .runtime]]
        var session = Session(settings: settings)
        let head = session.buffer.text(row: 2)
        #expect(head.contains("STATE      RUNTIME") && !head.contains("ENV"))
        session.run("columns age nonsense")
        #expect(session.shows("the functions have the columns name env"))
        session.run("columns age,lit")
        #expect(session.buffer.text(row: 2).contains("AGE LIT"))
    }

    // MARK: filters

    @Test("a filter is saved, listed, applied on its list, and forgotten only after a yes")
    func filters() {
        var session = Session()
        session.press("'")
        #expect(session.shows("no filter is saved"))
        session.run("save pays")
        #expect(session.shows("there is no filter to save"))
        session.press("/")
        session.type("pay")
        session.press(.enter)
        session.run("save pays")
        let filter = SavedFilter(name: "pays", kind: .function, text: "pay")
        #expect(session.takeEffects() == [.saveFilters([filter])])
        session.press(.escape)
        session.run("sec")
        session.answerLoads()
        session.run("filter pays")
        #expect(session.shows("filter:pay "))
        #expect(session.model.screen == .list(.function))
        session.press(.escape, "'", .enter)
        #expect(session.shows("filter:pay "))
        session.run("forget pays")
        #expect(session.shows("Forget the filter pays?"))
        session.press(.enter)
        #expect(session.shows("nothing was changed"))
        #expect(session.takeEffects().isEmpty)
        session.press("'", "D", "y", .enter)
        #expect(session.takeEffects() == [.saveFilters([])])
    }

    @Test("filters of earlier sessions are there, and complete")
    func loaded() {
        var session = Session()
        session.send(.filtersLoaded([SavedFilter(name: "webhooks", kind: .function, text: "webhook")]))
        session.press(":")
        session.type("filter web")
        session.press(.tab, .enter)
        #expect(session.shows("filter:webhook"))
    }

    // MARK: themes

    @Test("the menu shows each theme at once; esc brings the old one back")
    func themes() {
        var settings = ConsoleSettings.sample
        settings.themes = ["ansi16", "gruvbox-dark", "mono"]
        settings.theme = "gruvbox-dark"
        var session = Session(settings: settings)
        session.run("theme")
        session.press("j")
        #expect(session.takeEffects() == [.chooseTheme("mono")])
        session.press(.escape)
        #expect(session.takeEffects() == [.chooseTheme("gruvbox-dark")])
        session.run("theme ansi16")
        #expect(session.takeEffects() == [.chooseTheme("ansi16")])
        #expect(session.shows("to keep it: [ui] theme = \"ansi16\""))
        session.run("theme auto")
        #expect(session.takeEffects() == [.chooseTheme("auto")])
        session.run("theme")
        session.press(.enter)
        #expect(session.takeEffects() == [.chooseTheme("auto")], "enter without a move leaves what is")
        session.run("theme nonsense")
        #expect(session.shows("there is no theme of that name"))
        #expect(session.takeEffects().isEmpty)
    }

    // MARK: questions

    @Test("leaving read-only asks, names the profile, and no is the default")
    func confirmation() {
        var session = Session()
        session.run("ro on")
        _ = session.takeEffects()
        for keys in [[Key.enter], [.escape], ["n"], [.control("c")], ["q"], [.tab, .tab, .enter]] {
            session.run("ro off")
            #expect(session.shows("Profile prod-payments"))
            for key in keys { session.press(key) }
            #expect(session.takeEffects().isEmpty)
            #expect(!session.shows("Leave read-only mode?"))
        }
        session.run("ro off")
        session.press(.tab, .enter)
        #expect(session.takeEffects() == [.recordModeChange(.readOnlyOff)])
    }

    // MARK: keys

    @Test("moved keys work everywhere, menus and help included, and the old ones no longer do")
    func movedKeys() throws {
        let table = try KeyTable().rebound(["moveDown": ["f2"], "open": ["f3"], "maskAll": ["f4"], "suspend": ["f6"]])
        var session = Session(keys: table)
        session.press(.function(2))
        #expect(session.shows("> paygate-settle"))
        session.press("j")
        #expect(session.shows("> paygate-settle"))
        session.press("o", .function(2), .function(3))
        #expect(session.shows("sort:ENV"))
        session.press("/")
        session.type("x")
        session.press(.function(4))
        #expect(session.shows("everything is masked"))
        session.press(.function(6))
        #expect(session.takeEffects().contains(.suspend))
    }

    @Test("a hotkey types its command")
    func hotkey() throws {
        let hotkey = Hotkey(key: .control("t"), command: "sec /stripe", words: "the Stripe secrets")
        var session = Session(keys: try KeyTable().adding(hotkey, named: "stripe", overrides: false))
        session.press(.control("t"))
        session.answerLoads()
        #expect(session.shows("filter:stripe"))
        session.press("?", "/")
        session.type("stripe")
        #expect(session.shows("ctrl-t") && session.shows("the Stripe secrets (:sec /stripe)"))
    }
}
