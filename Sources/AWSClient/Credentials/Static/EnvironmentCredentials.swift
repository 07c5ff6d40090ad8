/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`.
struct EnvironmentCredentials: CredentialSource {
    let environment: AWSEnvironment

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let id = environment["AWS_ACCESS_KEY_ID"] else { return nil }
        guard let secret = try environment.secret("AWS_SECRET_ACCESS_KEY") else {
            throw AWSError(
                .noCredentials, operation: "credentials", code: "PartialCredentials",
                message: "AWS_ACCESS_KEY_ID is set but AWS_SECRET_ACCESS_KEY is not; set both or neither")
        }
        var expires: Double?
        if let text = environment["AWS_CREDENTIAL_EXPIRATION"] {
            guard let time = CivilTime.seconds(iso8601: text) else {
                throw AWSError(
                    .configuration, operation: "credentials", code: "InvalidConfiguration",
                    message: "AWS_CREDENTIAL_EXPIRATION is not a time like 2026-01-31T12:00:00Z")
            }
            expires = time
        }
        return AWSCredentials(
            accessKeyID: id, secretKey: secret, sessionToken: try environment.secret("AWS_SESSION_TOKEN"),
            expires: expires, accountID: environment["AWS_ACCOUNT_ID"], source: words)
    }

    /// Keys in the environment go before a profile that is named there: whoever set both should see which counts.
    private var words: String {
        for name in ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"] {
            if let profile = environment[name] { return "environment, which goes before \(name)=\(profile)" }
        }
        return "environment"
    }
}
