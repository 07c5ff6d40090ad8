import SensitiveMemory
import StrictJSON

/// The role of an EC2 instance, from its metadata service.
struct InstanceCredentials: CredentialSource {
    private static let path = "/latest/meta-data/iam/security-credentials/"

    let context: SourceContext

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let service = try InstanceMetadata(context) else { return nil }
        let role: String
        let body: WipedBuffer
        do throws(InstanceMetadata.Failure) {
            let token = try await service.token()
            let name = try await service.get(Self.path, token: token).withUnsafeBytes {
                String(decoding: $0, as: UTF8.self)
            }
            role = name.split { $0 == "\n" || $0 == "\r\n" }.first.map(String.init) ?? ""
            guard !role.isEmpty, role.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
            body = try await service.get(Self.path + role, token: token)
        } catch {
            switch error {
            case .unavailable: return nil
            case .cancelled: throw SourceContext.failure(.cancelled, "", "cancelled")
            case .noLockedMemory: throw CredentialMemory.exhausted
            case .disabled:
                throw SourceContext.failure(
                    .noCredentials, "InstanceMetadata",
                    "the instance's metadata service gave no token, and version 1 is disabled by the configuration")
            }
        }
        return try read(body, role)
    }

    private func read(_ body: WipedBuffer, _ role: String) throws(AWSError) -> AWSCredentials? {
        guard let document = try? JSONDocument(parsing: body) else { return nil }
        let reader = CredentialJSON(token: "Token", needsExpiry: true, source: "instance role \(role)")
        guard let found = try reader.read(document.root), let expires = found.expires else { return nil }
        // The service may give old credentials while it is out of order; AWS goes on accepting them. They are
        // kept for 17 to 25 minutes, as the SDKs do.
        let shortest = 15 * 60 + 120 + context.random() * 480
        guard expires - context.clock.now() < shortest else { return found }
        return AWSCredentials(
            accessKeyID: found.accessKeyID, secretKey: found.secretKey, sessionToken: found.sessionToken,
            expires: context.clock.now() + shortest, accountID: found.accountID, source: found.source)
    }
}
