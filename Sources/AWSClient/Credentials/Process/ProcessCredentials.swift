import SensitiveMemory
import StrictJSON
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A profile's `credential_process`: a command that prints credentials as JSON.
struct ProcessCredentials: CredentialSource {
    /// Seconds that the command may take; it may wait for a person.
    static let timeout = 60.0

    let context: SourceContext
    let profileName: String

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let profile = context.profile(profileName), let command = profile["credential_process"] else {
            return nil
        }
        let output = try await run(command, profile)
        guard let document = try? JSONDocument(parsing: output) else {
            throw failure(profile, "printed no JSON")
        }
        let version = document.root["Version"]?.int
        guard version == 1 else { throw failure(profile, "printed no Version 1, the only one there is") }
        let reader = CredentialJSON(
            token: "SessionToken", needsExpiry: false, source: "credential_process of profile \(profile.name)")
        guard let found = try reader.read(document.root) else {
            throw failure(profile, "printed no complete AccessKeyId and SecretAccessKey, or a wrong Expiration")
        }
        guard found.accountID == nil, let account = profile["aws_account_id"] else { return found }
        return AWSCredentials(
            accessKeyID: found.accessKeyID, secretKey: found.secretKey, sessionToken: found.sessionToken,
            expires: found.expires, accountID: account, source: found.source)
    }

    /// Through the shell, as the SDKs' guide says; what it says on standard error may hold anything and is dropped.
    private func run(_ command: String, _ profile: Profile) async throws(AWSError) -> WipedBuffer {
        let outcome: (status: TerminationStatus, output: [UInt8])?
        do {
            outcome = try await withThrowingTaskGroup(of: (TerminationStatus, [UInt8])?.self) { group in
                group.addTask {
                    // A group of its own, so that what the shell started ends with it.
                    var options = PlatformOptions()
                    options.processGroupID = 0
                    options.teardownSequence = [
                        .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
                    ]
                    let result = try await Subprocess.run(
                        .path("/bin/sh"), arguments: ["-c", command], platformOptions: options,
                        output: .bytes(limit: 1 << 20), error: .discarded)
                    return (result.terminationStatus, result.standardOutput)
                }
                group.addTask {
                    try await context.clock.sleep(seconds: Self.timeout)
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            if Task.isCancelled { throw SourceContext.failure(.cancelled, "", "cancelled") }
            throw failure(profile, "could not be run")
        }
        guard let outcome else { throw failure(profile, "took more than \(Int(Self.timeout)) seconds") }
        guard outcome.status.isSuccess else {
            throw failure(profile, "ended with \(outcome.status); run it yourself to see what it says")
        }
        return outcome.output.withUnsafeBytes { WipedBuffer(copying: $0) }
    }

    private func failure(_ profile: Profile, _ what: String) -> AWSError {
        SourceContext.failure(
            .noCredentials, "CredentialProcess",
            "the credential_process of profile \(profile.name) (\(profile.place(of: "credential_process"))) \(what)")
    }
}
