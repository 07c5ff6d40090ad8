import Emulator
import Glibc
import Synchronization
import Testing

@Suite("Being interrupted")
struct InterruptionTests {
    @Test("Ctrl-C while AWS does not answer: exit 130, and a reveal's end is on record")
    func interrupt() async throws {
        let world = try TemporaryWorld()
        let arrived = Atomic<Bool>(false)
        let over = DispatchGate()
        let aws = try Emulator { request in
            guard request.operation == "secretsmanager:GetSecretValue" else { return PlayedAccount.identity }
            arrived.store(true, ordering: .releasing)
            over.wait()
            return .json("{}")
        }
        defer {
            over.open()
            aws.stop()
        }
        let run = try ProcessRun(
            try CurtainBinary.path(), ["reveal", "secret:prod/db", "--note", "a test of Ctrl-C"],
            environment: CurtainBinary.entries(world, ["AWS_ENDPOINT_URL": aws.url]), in: world.home)
        for _ in 0..<2000 where !arrived.load(ordering: .acquiring) { try await Task.sleep(for: .milliseconds(5)) }
        let isWaiting = arrived.load(ordering: .acquiring)
        try #require(isWaiting)
        kill(run.id, SIGINT)
        #expect(try await run.end() == 130)
        #expect(try run.error() == "curtain: interrupted\n")
        #expect(try run.output().isEmpty)
        #expect(world.auditLines().contains { $0.contains("reveal.failed") })
    }

    @Test("a reader that has gone is no error")
    func closedPipe() async throws {
        let played = try PlayedWorld()
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let run = try ProcessRun(
            try CurtainBinary.path(), ["list", "parameters", "-o", "jsonl"],
            environment: CurtainBinary.entries(played.world, ["AWS_ENDPOINT_URL": played.aws.url]),
            in: played.world.home, output: ends[1])
        close(ends[1])
        #expect(try await run.end() == 0)
        #expect(try run.error().isEmpty)
    }

    @Test("a disk that is full is one: exit 1")
    func fullDisk() async throws {
        let played = try PlayedWorld()
        let full = open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        defer { close(full) }
        let run = try ProcessRun(
            try CurtainBinary.path(), ["list", "parameters"],
            environment: CurtainBinary.entries(played.world, ["AWS_ENDPOINT_URL": played.aws.url]),
            in: played.world.home, output: full)
        #expect(try await run.end() == 1)
        #expect(try run.error().contains("cannot write the output"))
    }
}
