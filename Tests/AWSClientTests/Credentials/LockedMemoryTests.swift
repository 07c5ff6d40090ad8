import SensitiveMemory
import Testing

@testable import AWSClient

@Suite("Credentials that find no locked memory")
struct LockedMemoryTests {
    /// More than the pool has.
    private static let endless = String(repeating: "k", count: 1 << 26)

    @Test("a key of the environment is said to have found no room, not to be unset")
    func environment() async throws {
        let source = EnvironmentCredentials(
            environment: .of(["AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": Self.endless]))
        await #expect(throws: CredentialMemory.exhausted) { try await source.credentials() }
    }

    @Test("a session token that found no room does not become a key without one")
    func token() async throws {
        let source = EnvironmentCredentials(
            environment: .of([
                "AWS_ACCESS_KEY_ID": "ASIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY": "k",
                "AWS_SESSION_TOKEN": Self.endless
            ]))
        await #expect(throws: CredentialMemory.exhausted) { try await source.credentials() }
    }
}
