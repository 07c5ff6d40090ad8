import Emulator
import FoundationEssentials
import Glibc
import TerminalDriver
import Testing

@Suite("copy", .serialized)
struct CopyTests {
    private func played(_ clipboard: String) throws -> PlayedWorld {
        let played = try PlayedWorld()
        try played.world.write("[safety]\nclipboard = \"\(clipboard)\"\n", to: ".config/curtain/config.toml")
        return played
    }

    private func copies(_ played: PlayedWorld) -> [String] {
        played.world.auditLines().filter { $0.contains("\"event\":\"copy.") }
    }

    @Test("off by default, names only through the terminal, never in share mode or without a note: nothing is sent")
    func refusals() async throws {
        let off = try PlayedWorld()
        #expect(try await off.run("copy", "secret:prod/db", "--note", "a test of copy").status == 77)
        let terminal = try played("osc52")
        let refused = try await terminal.run("copy", "secret:prod/db", "--note", "a test of copy")
        #expect(refused.status == 77)
        #expect(refused.error.contains("names only"))
        let native = try played("native")
        #expect(try await native.run("copy", "secret:prod/db", "--note", "a test", "--share").status == 77)
        #expect(try await native.run("copy", "secret:prod/db").status == 77)
        #expect(try await native.run("copy", "secret:prod/db", "--note", "no display here").status == 1)
        for world in [off, terminal, native] { #expect(world.aws.requests.isEmpty && world.world.auditLines().isEmpty) }
    }

    @Test("a tmux buffer of its own holds it for its time; another buffer is not touched")
    func tmux() async throws {
        let played = try played("tmux")
        let terminal = try TmuxTerminal("cat")
        let socket = try terminal.format("#{socket_path}")
        func buffers() throws -> String {
            try Program.run("tmux", ["-S", socket, "list-buffers", "-F", "#{buffer_sample}"])
        }
        _ = try Program.run("tmux", ["-S", socket, "set-buffer", "mine"])
        let run = try ProcessRun(
            try CurtainBinary.path(), ["copy", "secret:prod/db", "--note", "into tmux", "--seconds", "600"],
            environment: CurtainBinary.entries(
                played.world, ["AWS_ENDPOINT_URL": played.aws.url, "TMUX": "\(socket),1,0"]), in: played.world.home)
        for _ in 0..<2000 where !(try buffers().contains(PlayedAccount.canary)) {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try buffers().contains(PlayedAccount.canary))
        kill(run.id, SIGINT)
        #expect(try await run.end() == 130)
        #expect(try buffers() == "mine\n")
        #expect(copies(played).count == 3)
        #expect(copies(played).last?.contains("\"outcome\":\"asked\"") == true)
        #expect(!(try run.output() + run.error()).contains(PlayedAccount.canary))
        let short = try await played.run(
            "copy", "secret:prod/db", "--note", "for a second", "--seconds", "1", environment: ["TMUX": "\(socket),1,0"]
        )
        #expect(short.status == 0)
        #expect(try buffers() == "mine\n")
        #expect(copies(played).last?.contains("\"outcome\":\"deadline\"") == true)
    }

    @Test(
        "the X selection is owned until its time is up, Ctrl-C, or somebody else's copy, which stays",
        .enabled(if: access("/usr/bin/Xvfb", X_OK) == 0 && access("/usr/bin/xclip", X_OK) == 0))
    func selection() async throws {
        let played = try played("native")
        let display = ":\(Int.random(in: 200...9000))"
        // Without -noreset it begins anew whenever its last client goes, and whoever comes at that moment is refused.
        let server = try ProcessRun(
            "/usr/bin/Xvfb", [display, "-nolisten", "tcp", "-noreset"], environment: ["PATH=/usr/bin:/bin"],
            in: played.world.home)
        defer { kill(server.id, SIGTERM) }
        let socket = "/tmp/.X11-unix/X" + display.dropFirst()
        for _ in 0..<2000 where access(socket, F_OK) != 0 { try await Task.sleep(for: .milliseconds(5)) }
        // The socket is there before anybody answers on it.
        func answers() -> Bool {
            let said = try? Program.run(
                "sh", ["-c", "DISPLAY=\(display) xclip -selection clipboard -out 2>&1 || true"])
            return said.map { !$0.contains("open display") } ?? false
        }
        for _ in 0..<1000 where !answers() { try await Task.sleep(for: .milliseconds(10)) }
        func pasted() -> String {
            (try? Program.run("env", ["DISPLAY=\(display)", "xclip", "-selection", "clipboard", "-out"])) ?? "nothing"
        }
        func start(_ seconds: String) async throws -> ProcessRun {
            let run = try ProcessRun(
                try CurtainBinary.path(), ["copy", "secret:prod/db", "--note", "into X", "--seconds", seconds],
                environment: CurtainBinary.entries(
                    played.world, ["AWS_ENDPOINT_URL": played.aws.url, "DISPLAY": display]), in: played.world.home)
            for _ in 0..<500 where pasted() != PlayedAccount.canary { try await Task.sleep(for: .milliseconds(10)) }
            let said = try run.error()
            #expect(pasted() == PlayedAccount.canary, "\(said)")
            return run
        }
        let interrupted = try await start("600")
        kill(interrupted.id, SIGINT)
        #expect(try await interrupted.end() == 130)
        #expect(pasted() == "nothing")
        let replaced = try await start("600")
        _ = try Program.run(
            "sh", ["-c", "echo mine | DISPLAY=\(display) xclip -selection clipboard -in >/dev/null 2>&1"])
        #expect(try await replaced.end() == 0)
        #expect(pasted() == "mine\n")
        #expect(copies(played).last?.contains("\"outcome\":\"replaced\"") == true)
        let expired = try await played.run(
            "copy", "secret:prod/db", "--note", "for a second", "--seconds", "1", environment: ["DISPLAY": display])
        #expect(expired.status == 0)
        #expect(pasted() == "nothing")
        #expect(copies(played).last?.contains("\"outcome\":\"deadline\"") == true)
    }
}
