import Emulator
import StrictJSON
import Testing

@testable import curtain

@Suite("doctor, purge, demo")
struct MachineTests {
    private func states(_ output: String) throws -> [String: String] {
        var result: [String: String] = [:]
        for row in try JSONDocument(output).root.elements {
            result[row["subject"]?.string ?? ""] = row["state"]?.string
        }
        return result
    }

    @Test("doctor finds a sound machine sound, and tells what it looked at")
    func sound() async throws {
        let played = try PlayedWorld()
        let run = try await played.run("doctor", "-o", "json")
        let states = try states(run.output)
        #expect(states["identity"] == "ok" && states["endpoint"] == "ok" && states["credentials"] == "ok")
        #expect(states["coreLimit"] == "ok" && states["tracing"] == "ok" && states["audit trail"] == "ok")
        #expect(!run.output.contains("canary"))
        #expect(run.status == (states.values.contains("fail") ? 3 : 0))
    }

    @Test("doctor goes on where something is wrong, and exits 3")
    func unsound() async throws {
        let played = try PlayedWorld()
        try played.world.write("[ui]\ncolor = 1\n", to: ".config/curtain/config.toml")
        try played.world.write("history", to: ".aws/cli/history/history.db")
        played.script.set("sts:GetCallerIdentity", .error("InvalidClientTokenId", "The token is invalid", status: 403))
        let run = try await played.run("doctor", "-o", "json")
        let states = try states(run.output)
        #expect(run.status == 3)
        #expect(states["configuration"] == "fail")
        #expect(states["endpoint"] == "fail")
        #expect(states["AWS CLI history"] == "warn")
    }

    @Test("doctor --offline calls nothing")
    func offline() async throws {
        let played = try PlayedWorld()
        _ = try await played.run("doctor", "--offline")
        #expect(played.aws.requests.isEmpty)
    }

    @Test("purge leaves the state alone unless it is asked for and confirmed")
    func purge() async throws {
        let played = try PlayedWorld()
        _ = try await played.run("reveal", "secret:prod/db", "--note", "something to purge")
        try played.world.write("a stranger's file", to: ".local/state/curtain/stranger.txt")
        #expect(try await played.run("purge").status == 0)
        #expect(!played.world.auditLines().isEmpty)
        #expect(try await played.run("purge", "--state").status == 64)
        #expect(try await played.run("purge", "--state", "--yes", "--read-only").status == 77)
        #expect(!played.world.auditLines().isEmpty)
        #expect(try await played.run("purge", "--state", "--yes").status == 0)
        #expect(played.world.auditLines().isEmpty)
        #expect(!played.world.exists(".local/state/curtain/fingerprint.key"))
        #expect(played.world.exists(".local/state/curtain/stranger.txt"))
    }

    @Test("the demo's files are looked for beside the installed binary and in the repository")
    func demoFolder() {
        let none = ProcessEnvironment { _ in nil }
        #expect(
            DemoFolder.candidates(binary: "/usr/local/bin/curtain", environment: none).first
                == "/usr/local/share/curtain/demo")
        #expect(
            DemoFolder.candidates(binary: "/src/.build/x86_64-unknown-linux-gnu/release/curtain", environment: none)
                .contains("/src/demo"))
        #expect(
            DemoFolder.candidates(binary: "/usr/bin/curtain", environment: ProcessEnvironment { _ in "/else" }).first
                == "/else")
    }

    @Test("the stand-in's line is read, and anything else refused")
    func standInLine() {
        let line = """
            {"endpoint":"http://127.0.0.1:1","pid":2,"region":"eu-west-1","root":{"accessKeyId":"r","secretAccessKey":"s"},\
            "demo":{"credentials":{"accessKeyId":"a","secretAccessKey":"b","sessionToken":"c"}}}
            """
        #expect(
            StandIn.Address(line: line)
                == StandIn.Address(
                    endpoint: "http://127.0.0.1:1", region: "eu-west-1", accessKeyID: "a", secretAccessKey: "b",
                    sessionToken: "c"))
        #expect(StandIn.Address(line: "ready") == nil)
        #expect(StandIn.Address(line: "{}") == nil)
    }
}
