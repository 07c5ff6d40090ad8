import SensitiveMemory
import Synchronization

@testable import AWSClient

/// A client with a fake transport, a fake clock and full jitter.
struct TestClient {
    let client: AWSClient
    let transport: FakeTransport
    let clock: FakeClock
    let records: Records

    final class Records: Sendable {
        private let all = Mutex<[CallRecord]>([])
        var list: [CallRecord] { all.withLock { $0 } }
        func add(_ record: CallRecord) { all.withLock { $0.append(record) } }
    }

    struct FixedCredentials: CredentialProviding {
        let value: AWSCredentials
        func credentials() async throws(AWSError) -> AWSCredentials { value }
        func refuse(_ credentials: AWSCredentials) async {}
    }

    init(
        _ steps: [FakeTransport.Step], credentials: (any CredentialProviding)? = nil,
        environment: [String: String] = [:], readOnly: Bool = false, flagEndpoint: String? = nil
    ) throws {
        transport = FakeTransport(steps)
        clock = FakeClock()
        records = Records()
        var variables = environment
        if variables["AWS_REGION"] == nil { variables["AWS_REGION"] = "eu-west-1" }
        let configuration = try ClientConfiguration.resolve(
            endpointURL: flagEndpoint, readOnly: readOnly, environment: .of(variables), files: FakeFiles())
        let records = records
        client = AWSClient(
            configuration: configuration, transport: transport,
            credentials: try credentials ?? FixedCredentials(value: Self.credentials()),
            observer: { records.add($0) }, clock: clock, random: { 1 })
    }

    static func credentials(token: String? = nil, expires: Double? = nil, id: String = "AKIDEXAMPLE") throws
        -> AWSCredentials
    {
        AWSCredentials(
            accessKeyID: id, secretKey: try secret("fake-canary-secret-key"),
            sessionToken: try token.map { try secret($0) }, expires: expires, source: "test")
    }

    static func secret(_ text: String) throws -> SecretBytes {
        try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    static let list = AWSRequest(
        service: .lambda, operation: "ListFunctions", effect: .reads, method: "GET", path: "/2015-03-31/functions")

    static let change = AWSRequest(
        service: .ssm, operation: "PutParameter", effect: .changes, body: .bytes(Array("{}".utf8)))

    func error(_ request: AWSRequest) async -> AWSError? {
        do throws(AWSError) {
            _ = try await client.call(request)
            return nil
        } catch {
            return error
        }
    }
}
