import Testing

@testable import AWSClient

@Suite("Containers and instances")
struct MetadataTests {
    private static let keys = FakeTransport.Step.answer(
        200,
        #"{"AccessKeyId":"ASIAC","SecretAccessKey":"fake-s","Token":"fake-t","Expiration":"2015-08-30T18:36:00Z","AccountId":"123456789012"}"#,
        [:])

    @Test("ECS's relative URI, and a full one with its token from variable or file")
    func container() async throws {
        var sources = try TestSources([Self.keys], ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x?id=1"])
        #expect(try await sources.load()?.accessKeyID == "ASIAC")
        #expect(sources.transport.requests.first?.endpoint.url == "http://169.254.170.2")
        #expect(sources.transport.requests.first?.target == "/v2/x?id=1")
        #expect(sources.transport.requests.first?.proxyUse == .never)
        sources = try TestSources(
            [Self.keys],
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1/credentials",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": "fake-variable", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/t"
            ],
            more: ["/t": "fake-file"])
        #expect(try await sources.load()?.accountID == "123456789012")
        #expect(sources.transport.requests.first?.header("Authorization") == "fake-file")
        sources = try TestSources(
            [Self.keys],
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost:1/x",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": "fake-v"
            ])
        _ = try await sources.load()
        #expect(sources.transport.requests.first?.header("Authorization") == "fake-v")
    }

    @Test(
        "hosts that may be asked, and those that may not",
        arguments: [
            ("https://anything.example/x", true), ("http://127.0.0.1/x", true), ("http://127.5.0.1:80/x", true),
            ("http://[::1]/x", true), ("http://169.254.170.23/x", true), ("http://169.254.170.2", true),
            ("http://169.254.169.254/x", false), ("http://10.0.0.1/x", false),
            ("http://localhost.evil.example/x", false),
            ("http://evil.localhost/x", false), ("http://user@127.0.0.1/x", false), ("ftp://127.0.0.1", false)
        ])
    func hosts(url: String, isAllowed: Bool) async throws {
        let sources = try TestSources(isAllowed ? [Self.keys] : [], ["AWS_CONTAINER_CREDENTIALS_FULL_URI": url])
        if isAllowed {
            #expect(try await sources.load() != nil)
        } else {
            #expect(await sources.error()?.code == "ContainerCredentials")
            #expect(sources.transport.requests.isEmpty)
        }
    }

    @Test("three tries a second apart; a broken answer or token is an error")
    func containerFails() async throws {
        let environment = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"]
        let down = FakeTransport.Step.answer(500, "", [:])
        var sources = try TestSources([down, down, Self.keys], environment)
        _ = try await sources.load()
        #expect(sources.clock.sleeps == [1, 1])
        sources = try TestSources([down, down, down], environment)
        #expect(await sources.error()?.message.contains("status 500") == true)
        sources = try TestSources([.answer(200, #"{"AccessKeyId":"canary"}"#, [:])], environment)
        #expect(await sources.error()?.message.contains("canary") == false)
        sources = try TestSources([], environment.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\nb"]) { $1 })
        #expect(await sources.error()?.message.contains("line break") == true)
    }

    private func instance(_ steps: [FakeTransport.Step], _ environment: [String: String] = [:]) throws -> TestSources {
        try TestSources(steps, environment)
    }

    private func load(_ sources: TestSources) async throws(AWSError) -> AWSCredentials? {
        try await InstanceCredentials(context: sources.context).credentials()
    }

    @Test("version 2: token, role, keys")
    func version2() async throws {
        let sources = try instance([.answer(200, "fake-imds", [:]), .answer(200, "web-role\n", [:]), Self.keys])
        let found = try await load(sources)
        #expect(found?.accessKeyID == "ASIAC")
        #expect(found?.source == "instance role web-role")
        #expect(found?.expires == 1_440_959_760)
        let sent = sources.transport.requests
        #expect(sent.map(\.method) == ["PUT", "GET", "GET"])
        #expect(
            sent.map(\.target) == [
                "/latest/api/token", "/latest/meta-data/iam/security-credentials/",
                "/latest/meta-data/iam/security-credentials/web-role"
            ])
        #expect(sent[0].header("x-aws-ec2-metadata-token-ttl-seconds") == "21600")
        #expect(sent[2].header("x-aws-ec2-metadata-token") == "fake-imds")
        #expect(sent[0].endpoint.url == "http://169.254.169.254")
        #expect(sent[0].totalTimeout == 1)
    }

    @Test("version 1 where only it answers, unless it is disabled")
    func version1() async throws {
        let none = FakeTransport.Step.answer(404, "", [:])
        var sources = try instance([none, .answer(200, "r", [:]), Self.keys])
        #expect(try await load(sources) != nil)
        #expect(sources.transport.requests[1].header("x-aws-ec2-metadata-token") == nil)
        sources = try instance([none], ["AWS_EC2_METADATA_V1_DISABLED": "true"])
        await #expect(throws: AWSError.self) { try await load(sources) }
    }

    @Test("settings: disabled, endpoint, IPv6, time and tries; nobody there means none")
    func settings() async throws {
        #expect(try await load(instance([], ["AWS_EC2_METADATA_DISABLED": "TRUE"])) == nil)
        let gone = FakeTransport.Step.failure(TransportError(.timedOut, words: "", mayHaveArrived: false))
        var sources = try instance(
            [gone, gone],
            [
                "AWS_METADATA_SERVICE_NUM_ATTEMPTS": "2", "AWS_METADATA_SERVICE_TIMEOUT": "3",
                "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"
            ])
        #expect(try await load(sources) == nil)
        #expect(sources.transport.requests[0].endpoint.url == "http://[fd00:ec2::254]")
        #expect(sources.transport.requests[0].totalTimeout == 3)
        sources = try instance([gone], ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338/x/"])
        #expect(try await load(sources) == nil)
        #expect(sources.transport.requests[0].target == "/x/latest/api/token")
    }

    @Test("old keys of a service that is out of order are kept a while")
    func stale() async throws {
        let sources = try instance([
            .answer(200, "t", [:]), .answer(200, "r", [:]),
            .answer(
                200,
                #"{"AccessKeyId":"A","SecretAccessKey":"fake","Token":"fake","Expiration":"2015-08-30T12:00:00Z"}"#, [:]
            )
        ])
        #expect(try await load(sources)?.expires == 1_440_938_160 + 15 * 60 + 120)
    }

    @Test("the instance's region, if nobody named one")
    func region() async throws {
        let sources = try instance([.answer(200, "t", [:]), .answer(200, "eu-north-1", [:])])
        let found = try await sources.context.configuration.withInstanceRegion(sources.transport)
        #expect(found.region == "eu-north-1")
        #expect(found.regionSource == "instance metadata")
    }
}
