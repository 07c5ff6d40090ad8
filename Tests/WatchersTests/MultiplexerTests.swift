import Testing
import Watchers

@Suite("tmux and screen")
struct MultiplexerTests {
    private let tmux = "/proc/50/exe"
    private let environment = ["TMUX": "/tmp/tmux-0/default,50,0", "TMUX_PANE": "%3"]

    private func surroundings(
        _ answer: String?, server: String = "tmux: server", more: [SeenProcess] = [],
        environments: [Int32: [String: String]] = [:]
    ) -> FakeSurroundings {
        FakeSurroundings(
            [
                SeenProcess(id: 100, parent: 50, name: "curtain"), SeenProcess(id: 50, parent: 1, name: server),
                SeenProcess(id: 60, parent: 1, name: "tmux: client"),
                SeenProcess(id: 61, parent: 1, name: "tmux: client")
            ] + more, environments: environments.merging([100: environment]) { $1 }, answers: [tmux: answer])
    }

    private func found(_ surroundings: FakeSurroundings) -> [Watcher] { WatcherSearch(surroundings).watchers() }

    @Test("one client is nobody else, and neither is none")
    func plain() {
        #expect(found(surroundings("client $0 60\npane $0 %3 0\n")) == [])
        #expect(found(surroundings("pane $0 %3 0\n")) == [])
    }

    @Test("a second client of the session, or of one that shares the window, is somebody")
    func second() {
        #expect(found(surroundings("client $0 60\nclient $0 61\npane $0 %3 0\n")) == [.tmuxClients(2)])
        #expect(
            found(surroundings("client $0 60\nclient $4 61\npane $0 %3 0\npane $4 %3 0\n")).words
                == "tmux shows this pane on 2 terminals")
        #expect(found(surroundings("client $0 60\nclient $4 61\npane $0 %3 0\npane $4 %9 1\n")) == [])
    }

    @Test("a pipe of this pane is somebody, of another pane nobody")
    func pipe() {
        #expect(found(surroundings("client $0 60\npane $0 %3 1\npane $0 %4 0\n")) == [.tmuxPipe])
        #expect(found(surroundings("client $0 60\npane $0 %3 0\npane $0 %4 1\n")) == [])
    }

    @Test("no answer is not nobody; a server that is gone is")
    func silence() {
        #expect(found(surroundings(nil)) == [.silent(multiplexer: "tmux")])
        let gone = FakeSurroundings(
            [SeenProcess(id: 100, parent: 1, name: "curtain")],
            environments: [100: ["TMUX": "/tmp/tmux-0/default,50,0", "TMUX_PANE": "%3"]])
        #expect(found(gone) == [])
    }

    @Test("tmate is always somebody, and is not asked")
    func tmate() {
        let shared = FakeSurroundings(
            [SeenProcess(id: 100, parent: 1, name: "curtain"), SeenProcess(id: 50, parent: 1, name: "tmate")],
            environments: [100: environment])
        #expect(found(shared) == [.program(.tmate)])
    }

    @Test("whoever records the terminal on which tmux is shown records this one")
    func outside() {
        let more = [
            SeenProcess(id: 70, parent: 71, name: "tmux: client"), SeenProcess(id: 71, parent: 1, name: "script")
        ]
        #expect(found(surroundings("client $0 70\npane $0 %3 0\n", more: more)) == [.program(.script)])
        #expect(
            found(
                surroundings("client $0 60\npane $0 %3 0\n", environments: [60: ["ASCIINEMA_SESSION": "ab12"]]))
                == [.program(.asciinema)])
    }

    private func screen(_ files: [String]?, clients: Int) -> FakeSurroundings {
        FakeSurroundings(
            [SeenProcess(id: 100, parent: 50, name: "curtain"), SeenProcess(id: 50, parent: 1, name: "screen")]
                + (0..<clients).map {
                    SeenProcess(id: 60 + Int32($0), parent: 1, name: "screen", terminal: "/dev/pts/\($0)")
                }, environments: [100: ["STY": "50.pts-0.host"]], files: files.map { [50: $0] } ?? [:])
    }

    @Test("screen on one terminal is nobody else, on two somebody, and a log is")
    func screen() {
        let usual = ["/dev/null", "/dev/ptmx", "socket:[1]", "/dev/pts/0"]
        #expect(found(screen(usual, clients: 1)) == [])
        #expect(found(screen(usual + ["/dev/pts/1"], clients: 2)) == [.screenDisplays(2)])
        #expect(found(screen(usual + ["/home/me/screenlog.0"], clients: 1)) == [.screenLog])
    }

    @Test("a screen that may not be looked into: one client is nobody else, two are not known")
    func closedScreen() {
        #expect(found(screen(nil, clients: 1)) == [])
        #expect(found(screen(nil, clients: 2)) == [.silent(multiplexer: "screen")])
    }

    @Test("who was accepted is told no more, until somebody new comes")
    func accepting() {
        let surroundings = surroundings("client $0 60\nclient $0 61\npane $0 %3 0\n")
        var watched = WatcherGuard(WatcherSearch(surroundings))
        #expect(watched.look() == "tmux shows this pane on 2 terminals")
        #expect(watched.look() != nil)
        watched.accept()
        #expect(watched.look() == nil)
        surroundings.set(tmux, "client $0 60\nclient $0 61\npane $0 %3 1\n")
        #expect(watched.look() == "tmux pipes this pane into a program")
        surroundings.set(tmux, "client $0 60\npane $0 %3 0\n")
        #expect(watched.look() == nil)
        surroundings.set(tmux, "client $0 60\nclient $0 61\npane $0 %3 0\n")
        #expect(watched.look() == "tmux shows this pane on 2 terminals")
    }
}
