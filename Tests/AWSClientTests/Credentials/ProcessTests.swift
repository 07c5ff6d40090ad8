import FoundationEssentials
import Glibc
import Testing

@testable import AWSClient

@Suite("credential_process")
struct ProcessTests {
    private func load(_ command: String, account: String? = nil) async throws -> Result<AWSCredentials?, AWSError> {
        let config = "[default]\ncredential_process = \(command)\n" + (account.map { "aws_account_id = \($0)\n" } ?? "")
        let context = try TestSources(config: config).context
        // The machine's clock: the fake one would end the command's time at once.
        let source = ProcessCredentials(
            context: SourceContext(
                configuration: context.configuration, transport: context.transport, files: context.files),
            profileName: "default")
        do throws(AWSError) { return .success(try await source.credentials()) } catch { return .failure(error) }
    }

    @Test("what it prints is taken, through the shell")
    func good() async throws {
        let command =
            #"printf '{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"fake","SessionToken":"","Expiration":"2015-08-30T13:36:00+00:00"}' "ASIA$((1+1))""#
        let found = try await load(command, account: "123456789012").get()
        #expect(found?.accessKeyID == "ASIA2")
        #expect(found?.sessionToken == nil)
        #expect(found?.expires == 1_440_941_760)
        #expect(found?.accountID == "123456789012")
    }

    @Test(
        "what goes wrong is said without anything it printed",
        arguments: [
            ("echo canary >&2; exit 3", "ended with"), ("echo canary", "no JSON"),
            ("echo '{\"Version\":2}'", "Version 1"),
            ("echo '{\"Version\":1,\"AccessKeyId\":\"canary\"}'", "no complete"),
            ("/no/such/canary-command", "ended with"),
            ("kill -9 $$", "ended with")
        ])
    func wrong(command: String, words: String) async throws {
        guard case .failure(let error) = try await load(command) else {
            Issue.record("no error")
            return
        }
        #expect(error.code == "CredentialProcess")
        #expect(error.message.contains(words))
        #expect(error.message.contains("~/.aws/config, line 2"))
        #expect(!error.message.contains("canary"))
    }

    /// Ends a command's time as soon as the file that it writes is there.
    private struct FileClock: ClientClock {
        let path: String

        func now() -> Double { 0 }

        func sleep(seconds: Double) async throws(CancellationError) {
            while !FileManager.default.fileExists(atPath: path) {
                if Task.isCancelled { throw CancellationError() }
                await Task.yield()
            }
        }
    }

    @Test("a command that takes too long is ended, and all that it started")
    func timeout() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "curtain-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "pid").path
        let command = "sleep 600 & echo $! > \(path).new; mv \(path).new \(path); wait"
        let context = try TestSources(config: "[default]\ncredential_process = \(command)\n").context
        let source = ProcessCredentials(
            context: SourceContext(
                configuration: context.configuration, transport: context.transport, files: context.files,
                clock: FileClock(path: path)),
            profileName: "default")
        let error = await #expect(throws: AWSError.self) { try await source.credentials() }
        #expect(error?.message.contains("took more than 60 seconds") == true)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let child = try #require(pid_t(text.filter { $0.isNumber }))
        for _ in 0..<1000 where kill(child, 0) == 0 { try await Task.sleep(for: .milliseconds(2)) }
        #expect(kill(child, 0) == -1)
    }
}
