import SensitiveMemory

@testable import AWSClient

/// A chain of credential sources with everything around it fake.
struct TestSources {
    let transport: FakeTransport
    let clock = FakeClock()
    let files: FakeFiles
    let context: SourceContext

    init(
        _ steps: [FakeTransport.Step] = [], profile: String? = nil, _ environment: [String: String] = [:],
        config: String? = nil, credentials: String? = nil, more: [String: String] = [:],
        mfa: SourceContext.MFAPrompt? = nil
    ) throws {
        transport = FakeTransport(steps)
        var files = FakeFiles(config: config, credentials: credentials)
        files.contents.merge(more) { first, _ in first }
        self.files = files
        let configuration = try ClientConfiguration.resolve(
            profile: profile, environment: .of(environment), files: files)
        context = SourceContext(
            configuration: configuration, transport: transport, files: files, clock: clock, mfa: mfa, random: { 0 })
    }

    init(
        _ environment: [String: String], config: String? = nil, credentials: String? = nil, more: [String: String] = [:]
    ) throws {
        try self.init([], environment, config: config, credentials: credentials, more: more)
    }

    /// Without the instance's metadata service, which would be asked last.
    func load() async throws(AWSError) -> AWSCredentials? {
        try await CredentialChain(CredentialChain.standard(context).links.filter { $0.name != "instance metadata" })
            .credentials()
    }

    func error() async -> AWSError? {
        do throws(AWSError) {
            _ = try await load()
            return nil
        } catch {
            return error
        }
    }

    static func role(_ id: String = "ASIAROLE", expires: String = "2015-08-30T13:36:00Z", web: Bool = false)
        -> FakeTransport.Step
    {
        let name = web ? "AssumeRoleWithWebIdentity" : "AssumeRole"
        return .answer(
            200,
            """
            <\(name)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(name)Result>
            <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn></AssumedRoleUser>
            <Credentials><AccessKeyId>\(id)</AccessKeyId><SecretAccessKey>fake-canary-\(id)</SecretAccessKey>
            <SessionToken>fake-token-\(id)</SessionToken><Expiration>\(expires)</Expiration></Credentials>
            </\(name)Result></\(name)Response>
            """, [:])
    }
}

extension AWSCredentials {
    /// For comparisons in tests, whose values are fake.
    var secretText: String { secretKey.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
    var tokenText: String? { sessionToken?.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
}
