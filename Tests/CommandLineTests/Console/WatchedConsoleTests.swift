import Emulator
import TerminalDriver
import Testing

@Suite("A console that others see", .serialized)
struct WatchedConsoleTests {
    @Test("under script it begins in share mode and says why; LEAVE ends that, and it does not come back by itself")
    func recorder() throws {
        let played = try PlayedWorld()
        let console = try ConsoleTerminal(played, around: "script -qec '%' /dev/null")
        try console.terminal.wait(for: "SHARE MODE (script(1) records this terminal)")
        try console.leaveShareMode()
        try console.terminal.enter(":secrets")
        try console.terminal.wait(for: "prod/db")
        try console.reveal(note: "everybody knows of the recorder")
        try console.terminal.wait(for: PlayedAccount.canary)
        try console.terminal.key("X")
        try console.terminal.wait(for: "MASKED")
        let changes = played.world.auditLines().filter { $0.contains("mode.changed") }
        #expect(changes.count == 2)
        #expect(changes.first?.contains("script(1) records this terminal") == true)
    }

    @Test("a second viewer who came meanwhile is seen before the reveal: nothing is fetched")
    func secondViewer() throws {
        let played = try PlayedWorld()
        let console = try ConsoleTerminal(played)
        try console.terminal.wait(for: "pay")
        try console.terminal.enter(":secrets")
        try console.terminal.wait(for: "prod/db")
        let viewers = [try console.viewer(), try console.viewer()]
        try console.terminal.wait(format: "#{session_attached}", is: "2")
        try console.reveal(note: "nobody is here, is there")
        try console.terminal.wait(for: "SHARE MODE (tmux shows this pane on 2 terminals)")
        #expect(!played.aws.requests.contains { $0.operation == "secretsmanager:GetSecretValue" })
        #expect(!played.world.auditLines().contains { $0.contains("reveal.") })
        withExtendedLifetime(viewers) {}
    }

    @Test("in line mode too a second viewer is seen before the reveal: nothing is fetched")
    func secondViewerOfLines() throws {
        let played = try PlayedWorld()
        let console = try ConsoleTerminal(played, environment: ["CURTAIN_ACCESSIBLE": "1"])
        try console.terminal.wait(for: "functions, ")
        let viewers = [try console.viewer(), try console.viewer()]
        try console.terminal.wait(format: "#{session_attached}", is: "2")
        try console.terminal.enter(":reveal secret:prod/db")
        try console.terminal.wait(for: "Why, or nothing to cancel:")
        try console.terminal.enter("nobody is here, is there")
        try console.terminal.wait(for: "tmux shows this pane on 2 terminals")
        #expect(!played.aws.requests.contains { $0.operation == "secretsmanager:GetSecretValue" })
        #expect(!played.world.auditLines().contains { $0.contains("reveal.") })
        withExtendedLifetime(viewers) {}
    }

    @Test("tmux with one client is nobody else")
    func plain() throws {
        let played = try PlayedWorld()
        let console = try ConsoleTerminal(played)
        let viewer = try console.viewer()
        try console.terminal.wait(format: "#{session_attached}", is: "1")
        try console.terminal.wait(for: "pay")
        try console.terminal.enter(":secrets")
        try console.terminal.wait(for: "prod/db")
        try console.reveal(note: "nobody else is here")
        try console.terminal.wait(for: PlayedAccount.canary)
        withExtendedLifetime(viewer) {}
    }
}
