/// `aws login` (a profile's `login_session`) is not supported; it says so rather than "no credentials".
struct LoginSessionNotice: CredentialSource {
    let profile: Profile?

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let profile, profile["login_session"] != nil else { return nil }
        throw SourceContext.failure(
            .noCredentials, "LoginSession",
            "profile \(profile.name) signs in by `aws login` (\(profile.place(of: "login_session"))), which curtain"
                + " does not read; run `aws configure export-credentials --profile \(profile.name)` and use its"
                + " variables, or set credential_process to it")
    }
}
