import SensitiveMemory

/// Static keys in a profile of the credentials file, or of the config file.
///
/// The files are read anew each time: another tool may have put new keys there since the old ones ended.
struct SharedFileCredentials: CredentialSource {
    /// Which of the two files.
    enum File { case credentials, config }

    let context: SourceContext
    let profileName: String
    let file: File

    func credentials() async throws(AWSError) -> AWSCredentials? {
        let shared = try SharedConfiguration.load(
            environment: context.configuration.environment, files: context.files)
        let found =
            switch file {
            case .credentials: shared.credentialProfiles[profileName]
            case .config: shared.configProfiles[profileName]
            }
        guard let profile = found, let id = profile["aws_access_key_id"] else { return nil }
        guard let secret = profile.secret("aws_secret_access_key") else {
            throw AWSError(
                .noCredentials, operation: "credentials", code: "PartialCredentials",
                message: "profile \(profile.name) (\(profile.place(of: "aws_access_key_id"))) has aws_access_key_id"
                    + " but no aws_secret_access_key; write both or neither")
        }
        return AWSCredentials(
            accessKeyID: id, secretKey: secret,
            sessionToken: profile.secret("aws_session_token") ?? profile.secret("aws_security_token"),
            accountID: profile["aws_account_id"], source: "profile \(profile.name) in \(profile.path)")
    }
}
