import Testing

@testable import curtain

@Suite("Usage")
struct UsageTests {
    private let world: TemporaryWorld

    init() throws { world = try TemporaryWorld() }

    @Test("without a terminal the console gives way to help, exit 64")
    func noTerminal() async throws {
        let run = try await CurtainBinary.run([], in: world)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.last?.hasPrefix("curtain: the console needs a terminal") == true)
        #expect(run.error.contains("SUBCOMMANDS:"))
    }

    @Test(
        "a mistake is one clear line and the usage, exit 64",
        arguments: [
            (["frobnicate"], "Unexpected argument 'frobnicate'"),
            (["config"], "config needs one of its commands."),
            (["config", "path", "--bogus"], "Unknown option '--bogus'"),
            (["config", "path", "-o", "yaml"], "The value 'yaml' is invalid"),
            (["config", "path", "--timeout", "0"], "--timeout takes seconds")
        ])
    func mistakes(arguments: [String], says: String) async throws {
        let run = try await CurtainBinary.run(arguments, in: world)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.first?.hasPrefix("curtain: ") == true)
        #expect(run.errorLines.first?.contains(says) == true, "\(run.error)")
        #expect(run.error.contains("\nUsage: curtain "))
    }

    @Test("what was typed cannot drive the terminal through the error")
    func hostileArgument() async throws {
        let run = try await CurtainBinary.run(["\u{1B}]52;c;AAAA\u{7}\u{202E}"], in: world)
        #expect(run.status == 64)
        #expect(!run.error.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }

    @Test("the options of every command stand before or behind it")
    func optionPlaces() async throws {
        let before = try await CurtainBinary.run(["-o", "names", "config", "path"], in: world)
        let behind = try await CurtainBinary.run(["config", "path", "-o", "names"], in: world)
        #expect(before.status == 0)
        #expect(before.output == behind.output)
        #expect(before.output.hasPrefix(world.home + "/.config/curtain/config.toml\n"))
    }

    @Test(
        "--version, --help and completions go to standard output",
        arguments: [
            ["--version"], ["--help"], ["help", "config"], ["--generate-completion-script", "bash"]
        ])
    func help(arguments: [String]) async throws {
        let run = try await CurtainBinary.run(arguments, in: world)
        #expect(run.status == 0)
        #expect(!run.output.isEmpty)
        #expect(run.error.isEmpty)
    }
}
