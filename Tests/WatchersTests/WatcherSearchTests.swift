import Testing

@testable import Watchers

@Suite("Who sees this terminal")
struct WatcherSearchTests {
    private func chain(_ above: SeenProcess...) -> [SeenProcess] {
        [SeenProcess(id: 100, parent: 90, name: "curtain"), SeenProcess(id: 90, parent: 80, name: "bash")] + above
            + [SeenProcess(id: 1, parent: 0, name: "init")]
    }

    private func found(_ surroundings: FakeSurroundings) -> [Watcher] { WatcherSearch(surroundings).watchers() }

    @Test("nobody, under a shell of a terminal or of ssh")
    func nobody() {
        let ssh = SeenProcess(id: 80, parent: 1, name: "sshd", arguments: ["sshd: me@pts/1"])
        #expect(found(FakeSurroundings(chain(ssh))) == [])
        #expect([Watcher]().words == nil)
    }

    @Test(
        "a recorder among the parents is named",
        arguments: [
            (["script", "-q", "log"], "script", "script(1) records this terminal"),
            (["ttyrec"], "ttyrec", "ttyrec records this terminal"),
            (["/usr/bin/python3", "/usr/bin/asciinema", "rec"], "asciinema", "asciinema records this terminal"),
            (["python3", "-m", "asciinema", "rec"], "python3", "asciinema records this terminal"),
            (["/opt/asciinema", "rec"], "asciinema", "asciinema records this terminal"),
            (["tlog-rec-session"], "tlog-rec-sessio", "tlog records this terminal"),
            (["/usr/bin/vhs", "demo.tape"], "vhs", "vhs records this terminal"),
            (["ttyd", "bash"], "ttyd", "ttyd shares this terminal"),
            (["tmate"], "tmate", "tmate shares this terminal"),
            (["node", "/usr/lib/terminalizer", "record"], "node", "terminalizer records this terminal")
        ])
    func parents(arguments: [String], name: String, words: String) {
        let recorder = SeenProcess(id: 80, parent: 1, name: name, arguments: arguments)
        #expect(found(FakeSurroundings(chain(recorder))).words == words)
    }

    @Test("a program that only has such a word among its arguments is none", arguments: ["vim", "python3", "bash"])
    func namesakes(name: String) {
        let editor = SeenProcess(id: 80, parent: 1, name: name, arguments: [name, "script", "ttyd"])
        #expect(found(FakeSurroundings(chain(editor))) == [])
    }

    @Test(
        "a recorder is known by what it sets in the environment",
        arguments: [
            ("ASCIINEMA_REC", Watcher.program(.asciinema)), ("ASCIINEMA_SESSION", .program(.asciinema)),
            ("SCRIPT", .program(.script)), ("VHS_RECORD", .program(.vhs)), ("UPTERM_ADMIN_SOCKET", .program(.upterm))
        ])
    func variables(name: String, watcher: Watcher) {
        #expect(found(FakeSurroundings(chain(), environments: [100: [name: "1"]])) == [watcher])
        #expect(found(FakeSurroundings(chain(), environments: [100: [name: ""]])) == [])
    }

    @Test("each is told once, however often it shows")
    func once() {
        let recorder = SeenProcess(id: 80, parent: 1, name: "asciinema")
        #expect(found(FakeSurroundings(chain(recorder), environments: [100: ["ASCIINEMA_REC": "1"]])).count == 1)
    }

    @Test("parents that lead in a circle end the search")
    func circle() {
        #expect(found(FakeSurroundings([SeenProcess(id: 100, parent: 100, name: "curtain")])) == [])
    }

    @Test("a line of /proc/PID/stat, with a name that tries to be more")
    func stat() {
        let line = "42 (a) S 1 (x) S 7 42 42 34817 -1 4194304"
        #expect(
            SeenProcess(stat: line, arguments: [])
                == SeenProcess(id: 42, parent: 7, name: "a) S 1 (x", terminal: "/dev/pts/1"))
        #expect(SeenProcess(stat: "7 (x) S 1 7 7 1025 -1", arguments: [])?.terminal == "/dev/tty1")
        #expect(SeenProcess(stat: "7 (x) S 1 7 7 0 -1", arguments: [])?.terminal == nil)
        #expect(SeenProcess(stat: "7 (x) S", arguments: []) == nil)
        #expect(SeenProcess(stat: "", arguments: []) == nil)
        #expect(SeenProcess(stat: ") (", arguments: []) == nil)
    }
}
