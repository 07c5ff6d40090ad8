import SensitiveMemory

/// Static keys in a profile of the credentials file, or of the config file.
struct SharedFileCredentials: CredentialSource {
    let profile: Profile?

    func credentials() async throws(AWSError) -> AWSCredentials? { try read() }

    func read() throws(AWSError) -> AWSCredentials? {
        guard let profile, let id = profile["aws_access_key_id"] else { return nil }
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
