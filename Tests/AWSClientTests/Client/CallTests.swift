import SensitiveMemory
import StrictJSON
import Testing

@testable import AWSClient

@Suite("One call")
struct CallTests {
    static let busy = FakeTransport.Step.answer(
        400, #"{"__type":"ThrottlingException","message":"Rate exceeded"}"#, [:])
    static let fault = FakeTransport.Step.answer(500, "", [:])
    static let good = FakeTransport.Step.answer(200, "{}", ["x-amzn-requestid": "id-1"])
    static let lost = FakeTransport.Step.failure(
        TransportError(.broken, code: "CURLE_GOT_NOTHING", words: "closed", mayHaveArrived: true))
    static let refused = FakeTransport.Step.failure(
        TransportError(.refused, code: "CURLE_COULDNT_CONNECT", words: "nobody", mayHaveArrived: false))

    @Test("a good answer comes back with its id, and is recorded")
    func good() async throws {
        let test = try TestClient([Self.good])
        let response = try await test.client.call(TestClient.list)
        #expect(response.requestID == "id-1")
        let record = try #require(test.records.list.first)
        #expect(record.operation == "ListFunctions")
        #expect(record.attempts == 1)
        #expect(record.status == 200)
        let sent = try #require(test.transport.requests.first)
        #expect(sent.endpoint.url == "https://lambda.eu-west-1.amazonaws.com")
        #expect(sent.target == "/2015-03-31/functions")
        #expect(sent.header("Host") == "lambda.eu-west-1.amazonaws.com")
        #expect(sent.header("X-Amz-Date") == "20150830T123600Z")
        #expect(
            sent.header("Authorization")?.hasPrefix(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/eu-west-1/lambda/") == true)
    }

    @Test("reads are repeated after faults, throttling and lost answers, three tries in all")
    func repeated() async throws {
        for steps in [[Self.busy, Self.fault, Self.good], [Self.lost, Self.refused, Self.good]] {
            let test = try TestClient(steps)
            _ = try await test.client.call(TestClient.list)
            #expect(test.transport.left == 0)
            #expect(test.clock.sleeps == [1, 2])
            #expect(test.records.list.map(\.attempts) == [3])
        }
    }

    @Test("after the third try the error says what it was")
    func exhausted() async throws {
        let test = try TestClient([Self.busy, Self.busy, Self.busy])
        let error = try #require(await test.error(TestClient.list))
        #expect(error.kind == .throttled)
        #expect(error.code == "ThrottlingException")
        #expect(error.message == "Rate exceeded")
        #expect(test.records.list.map(\.code) == ["ThrottlingException"])
    }

    @Test("a change whose answer is lost is ambiguous and not repeated", arguments: [lost, fault])
    func ambiguous(step: FakeTransport.Step) async throws {
        let test = try TestClient([step])
        let error = try #require(await test.error(TestClient.change))
        #expect(error.kind == .ambiguous)
        #expect(error.message.contains("look before it is repeated"))
        #expect(test.transport.requests.map(\.isRepeatable) == [false])
    }

    @Test("a change that certainly was not carried out is repeated", arguments: [busy, refused])
    func changeRepeated(step: FakeTransport.Step) async throws {
        let test = try TestClient([step, Self.good])
        _ = try await test.client.call(TestClient.change)
        #expect(test.transport.left == 0)
    }

    @Test("a change with a token of its own is repeated")
    func idempotent() async throws {
        var request = TestClient.change
        request.isIdempotent = true
        let test = try TestClient([Self.lost, Self.fault, Self.good])
        _ = try await test.client.call(request)
        #expect(test.transport.requests.map(\.isRepeatable) == [true, true, true])
    }

    @Test("read-only mode sends no change")
    func readOnly() async throws {
        let test = try TestClient([Self.good], readOnly: true)
        let error = try #require(await test.error(TestClient.change))
        #expect(error.kind == .readOnly)
        #expect(test.transport.requests.isEmpty)
        #expect(await test.error(TestClient.list) == nil)
    }

    @Test("every try is signed anew")
    func signedAnew() async throws {
        let test = try TestClient([Self.fault, Self.good])
        _ = try await test.client.call(TestClient.list)
        let dates = test.transport.requests.map { $0.header("X-Amz-Date") }
        #expect(dates == ["20150830T123600Z", "20150830T123601Z"])
        #expect(Set(test.transport.requests.compactMap { $0.header("Authorization") }).count == 2)
    }

    @Test("a wrong clock is corrected once from the Date header, also for a change")
    func skew() async throws {
        let late = FakeTransport.Step.answer(
            403, #"{"__type":"InvalidSignatureException","message":"Signature expired"}"#,
            ["date": "Sun, 30 Aug 2015 13:36:00 GMT"])
        let test = try TestClient([late, Self.good, Self.good])
        _ = try await test.client.call(TestClient.change)
        _ = try await test.client.call(TestClient.list)
        let dates = test.transport.requests.map { $0.header("X-Amz-Date") }
        #expect(dates == ["20150830T123600Z", "20150830T133600Z", "20150830T133600Z"])
        #expect(test.clock.sleeps.isEmpty)
    }

    @Test("a refused signature with the right time is not tried again")
    func wrongKey() async throws {
        let test = try TestClient([
            .answer(
                403, #"{"__type":"InvalidSignatureException","message":"no"}"#,
                ["date": "Sun, 30 Aug 2015 12:36:10 GMT"])
        ])
        #expect(await test.error(TestClient.list)?.kind == .rejectedCredentials)
    }

    @Test("the retry budget is shared by the calls of a service and ends the beating")
    func budget() async throws {
        let test = try TestClient(Array(repeating: Self.fault, count: 151))
        // 500 tokens at 5 a retry: 100 retries, two a call.
        for _ in 0..<50 { #expect(await test.error(TestClient.list)?.kind == .serviceFault) }
        #expect(test.transport.left == 1)
        #expect(await test.error(TestClient.list)?.kind == .serviceFault)
        #expect(test.transport.left == 0)
    }

    @Test("what the server asks for lengthens the wait, within bounds")
    func retryAfter() async throws {
        let wish = FakeTransport.Step.answer(503, "", ["x-amz-retry-after": "4000"])
        let long = FakeTransport.Step.answer(503, "", ["retry-after": "3600"])
        let test = try TestClient([wish, long, Self.good])
        _ = try await test.client.call(TestClient.list)
        #expect(test.clock.sleeps == [4, 7])
    }

    @Test("the rules of 2026: short waits after faults, whole ones after throttling")
    func rulesOf2026() async throws {
        let test = try TestClient(
            [Self.fault, Self.busy, Self.good], environment: ["AWS_NEW_RETRIES_2026": "true"])
        _ = try await test.client.call(TestClient.list)
        #expect(test.clock.sleeps == [0.05, 2])
    }

    @Test("AWS_MAX_ATTEMPTS counts all tries")
    func maxAttempts() async throws {
        let test = try TestClient([Self.fault], environment: ["AWS_MAX_ATTEMPTS": "1"])
        #expect(await test.error(TestClient.list)?.kind == .serviceFault)
    }

    @Test("an HTML page is one clear error, whatever its status")
    func html() async throws {
        let page = "<!DOCTYPE html><html><body>Sign in to Hotel WiFi</body></html>"
        var test = try TestClient([.answer(200, page, ["content-type": "text/html"])])
        var error = try #require(await test.error(TestClient.list))
        #expect(error.kind == .malformedAnswer)
        #expect(error.message.contains("proxy"))
        #expect(!error.message.contains("Hotel"))
        test = try TestClient([.answer(403, page, [:])])
        error = try #require(await test.error(TestClient.list))
        #expect(error.message.contains("proxy"))
        #expect(!error.message.contains("Hotel"))
    }

    @Test("a JSON object is one whatever its content type says")
    func misnamed() async throws {
        let test = try TestClient([.answer(200, #" {"Keys":[]}"#, ["content-type": "text/html; charset=utf-8"])])
        let response = try await test.client.call(TestClient.list)
        #expect(try response.json(operation: "x").root["Keys"]?.kind == .array)
    }

    @Test("a body that is not JSON is one clear error without the body")
    func notJSON() async throws {
        let test = try TestClient([.answer(200, #"{"SecretString":"canary-1"#, [:])])
        let response = try await test.client.call(TestClient.list)
        let error = #expect(throws: AWSError.self) { try response.json(operation: "x") }
        #expect(error?.kind == .malformedAnswer)
        #expect(error?.message.contains("canary") == false)
    }

    @Test("ended credentials are fetched anew once")
    func expired() async throws {
        final class Source: CredentialSource, Sendable {
            func credentials() async throws(AWSError) -> AWSCredentials? {
                try? TestClient.credentials(token: "fake-token", expires: 1_440_938_160 + 3600)
            }
        }
        let expired = FakeTransport.Step.answer(403, #"{"__type":"ExpiredTokenException","message":"x"}"#, [:])
        let keeper = CredentialKeeper(Source(), clock: FakeClock())
        var test = try TestClient([expired, Self.good], credentials: keeper)
        _ = try await test.client.call(TestClient.list)
        test = try TestClient([expired, expired], credentials: keeper)
        #expect(await test.error(TestClient.list)?.kind == .expiredCredentials)
    }

    @Test("no region, a region that is none, an endpoint without TLS")
    func endpoints() async throws {
        var test = try TestClient([], environment: ["AWS_REGION": "eu-west-1.evil.example/"])
        #expect(await test.error(TestClient.list)?.kind == .configuration)
        #expect(throws: AWSError.self) { _ = try TestClient([], flagEndpoint: "http://aws.example") }
        test = try TestClient([Self.good], flagEndpoint: "http://127.0.0.1:4566")
        _ = try await test.client.call(TestClient.list)
        #expect(test.transport.requests.first?.header("Host") == "127.0.0.1:4566")
        var configuration = try ClientConfiguration.resolve(environment: .of(), files: FakeFiles())
        configuration.region = nil
        let client = AWSClient(
            configuration: configuration, transport: FakeTransport([]),
            credentials: CredentialKeeper(CredentialChain([])))
        let error = await #expect(throws: AWSError.self) { try await client.call(TestClient.list) }
        #expect(error?.kind == .noRegion)
    }
}
