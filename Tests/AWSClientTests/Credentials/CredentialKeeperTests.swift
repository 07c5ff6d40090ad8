import Synchronization
import Testing

@testable import AWSClient

@Suite("Keeping and renewing credentials")
struct CredentialKeeperTests {
    /// A source that counts how often it is asked, and plays what it was given.
    final class Source: CredentialSource {
        private let state: Mutex<(plays: [Result<Double, AWSError>], asked: Int)>
        init(_ plays: [Result<Double, AWSError>]) { state = Mutex((plays, 0)) }
        var asked: Int { state.withLock { $0.asked } }

        func credentials() async throws(AWSError) -> AWSCredentials? {
            await Task.yield()
            let play: Result<Double, AWSError>? = state.withLock { state in
                state.asked += 1
                return state.plays.isEmpty ? nil : state.plays.removeFirst()
            }
            guard let play else { return nil }
            let expires = try play.get()
            return try? TestClient.credentials(expires: expires, id: "A\(Int(expires))")
        }
    }

    private static let start = 1_440_938_160.0
    private static let broken = AWSError(.unreachable, operation: "x", message: "down")

    @Test("100 calls at once ask the source once")
    func singleFlight() async throws {
        let source = Source([.success(Self.start + 3600)])
        let keeper = CredentialKeeper(source, clock: FakeClock())
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 { group.addTask { (try? await keeper.credentials()) != nil } }
            for await isGood in group { #expect(isGood) }
        }
        #expect(source.asked == 1)
    }

    /// A source that answers only when it is told to, or cancelled.
    final class SlowSource: CredentialSource {
        private let state = Mutex<(asked: Int, cancelled: Int, isOpen: Bool)>((0, 0, false))
        var asked: Int { state.withLock { $0.asked } }
        var cancelled: Int { state.withLock { $0.cancelled } }
        func open() { state.withLock { $0.isOpen = true } }

        func credentials() async throws(AWSError) -> AWSCredentials? {
            state.withLock { $0.asked += 1 }
            while !state.withLock({ $0.isOpen }) {
                if Task.isCancelled {
                    state.withLock { $0.cancelled += 1 }
                    throw AWSError(.cancelled, operation: "x", message: "cancelled")
                }
                await Task.yield()
            }
            return try? TestClient.credentials()
        }
    }

    @Test("a call that is cancelled harms no other that waits; when all are, the source is stopped")
    func cancelled() async throws {
        let source = SlowSource()
        let keeper = CredentialKeeper(source, clock: FakeClock())
        let (one, other) = (Task { try await keeper.credentials() }, Task { try await keeper.credentials() })
        while source.asked < 1 { await Task.yield() }
        while await keeper.waiting < 2 { await Task.yield() }
        one.cancel()
        for _ in 0..<100 { await Task.yield() }
        #expect(source.cancelled == 0)
        other.cancel()
        for outcome in [await one.result, await other.result] {
            #expect(throws: AWSError.self) { try outcome.get() }
        }
        #expect(source.cancelled == 1)
        source.open()
        #expect(try await keeper.credentials().accessKeyID == "AKIDEXAMPLE")
        #expect(source.asked == 2)
    }

    @Test("renewed on the side from fifteen minutes before the end, waited for from ten")
    func renewal() async throws {
        let clock = FakeClock()
        let source = Source([.success(Self.start + 3600), .success(Self.start + 7200), .success(Self.start + 9000)])
        let keeper = CredentialKeeper(source, clock: clock)
        _ = try await keeper.credentials()
        clock.advance(3600 - 14 * 60)
        #expect(try await keeper.credentials().expires == Self.start + 3600)
        while source.asked < 2 { await Task.yield() }
        while try await keeper.credentials().expires != Self.start + 7200 { await Task.yield() }
        clock.advance(3600 + 5 * 60)
        #expect(try await keeper.credentials().expires == Self.start + 9000)
        #expect(source.asked == 3)
    }

    @Test("while a source is out of order, what still counts is used; after that its error comes")
    func broken() async throws {
        let clock = FakeClock()
        let source = Source([.success(Self.start + 3600), .failure(Self.broken), .failure(Self.broken)])
        let keeper = CredentialKeeper(source, clock: clock)
        _ = try await keeper.credentials()
        clock.advance(3600 - 60)
        #expect(try await keeper.credentials().expires == Self.start + 3600)
        clock.advance(120)
        let error = await #expect(throws: AWSError.self) { try await keeper.credentials() }
        #expect(error == Self.broken)
    }

    @Test("ended ones are not used")
    func ended() async throws {
        let keeper = CredentialKeeper(Source([.success(Self.start - 1)]), clock: FakeClock())
        let error = await #expect(throws: AWSError.self) { try await keeper.credentials() }
        #expect(error?.kind == .expiredCredentials)
        #expect(error?.message.contains("2015-08-30T12:35:59Z") == true)
    }

    @Test("keys that another tool has renewed in the file are found when the old ones end")
    func renewedFile() async throws {
        func file(_ id: String) -> String {
            "[default]\naws_access_key_id = \(id)\naws_secret_access_key = fake\naws_session_token = fake-\(id)\n"
        }
        let ended = FakeTransport.Step.answer(400, #"{"__type":"ExpiredTokenException","message":"ended"}"#, [:])
        let sources = try TestSources(
            [CallTests.good, ended, CallTests.good], ["AWS_REGION": "eu-west-1"], credentials: file("ASIAOLD"))
        let keeper = CredentialKeeper(CredentialChain.standard(sources.context), clock: sources.clock)
        let client = AWSClient(
            configuration: sources.context.configuration, transport: sources.transport, credentials: keeper,
            clock: sources.clock)
        _ = try await client.call(TestClient.list)
        sources.files.written["/home/ann/.aws/credentials"] = file("ASIANEW")
        _ = try await client.call(TestClient.list)
        let keys = sources.transport.requests.map { $0.header("Authorization")?.split(separator: "/").first }
        #expect(keys == ["OLD", "OLD", "NEW"].map { "AWS4-HMAC-SHA256 Credential=ASIA\($0)" })
    }
}
