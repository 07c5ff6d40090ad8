import SensitiveMemory

/// A token in a file (`AWS_WEB_IDENTITY_TOKEN_FILE` or a profile's `web_identity_token_file`), as in EKS and
/// CI systems: sts:AssumeRoleWithWebIdentity, which is not signed.
struct WebIdentityCredentials: CredentialSource {
    let context: SourceContext
    let profileName: String
    let usesEnvironment: Bool

    func credentials() async throws(AWSError) -> AWSCredentials? {
        let profile = context.profile(profileName)
        func setting(_ variable: String, _ property: String) -> String? {
            (usesEnvironment ? context.configuration.environment[variable] : nil) ?? profile?[property]
        }
        guard let path = setting("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else { return nil }
        guard let role = setting("AWS_ROLE_ARN", "role_arn") else {
            throw SourceContext.failure(
                .configuration, "InvalidConfiguration",
                "there is a web identity token file but no role: set AWS_ROLE_ARN or the profile's role_arn")
        }
        let form = FormBody(action: "AssumeRoleWithWebIdentity", version: "2011-06-15")
        form.add("RoleArn", role)
        form.add(
            "RoleSessionName",
            setting("AWS_ROLE_SESSION_NAME", "role_session_name") ?? "curtain-\(Int(context.clock.now()))")
        form.add("WebIdentityToken", try token(path))
        let request = AWSRequest(
            service: .sts, operation: "AssumeRoleWithWebIdentity", effect: .reads, headers: [FormBody.contentType],
            body: .secret(try form.secret()), subject: role)
        let response = try await context.client(region: nil, credentials: nil).call(request)
        return try STSAnswer.credentials(
            response, result: "AssumeRoleWithWebIdentityResult", operation: "sts:AssumeRoleWithWebIdentity",
            source: "role \(role) by the web identity in \(path)")
    }

    /// Read anew each time: the platform replaces the file.
    private func token(_ path: String) throws(AWSError) -> SecretBytes {
        let buffer: WipedBuffer?
        do throws(FileFailure) {
            buffer = try context.files.read(path)
        } catch {
            buffer = nil
        }
        guard let buffer, buffer.count > 0 else {
            throw SourceContext.failure(
                .noCredentials, "WebIdentityTokenFile", "the web identity token file \(path) cannot be read or is empty"
            )
        }
        return try CredentialMemory.secret(buffer)
    }
}
