import SensitiveMemory

/// A profile with `role_arn` and either `source_profile` or `credential_source`: sts:AssumeRole, also in chains.
struct AssumeRoleCredentials: CredentialSource {
    let context: SourceContext
    let profileName: String
    /// The profiles on the way here, to find a loop.
    var visited: [String] = []

    static func applies(to profile: Profile) -> Bool {
        profile["role_arn"] != nil && profile["web_identity_token_file"] == nil
    }

    func credentials() async throws(AWSError) -> AWSCredentials? {
        guard let profile = context.profile(profileName), Self.applies(to: profile), let role = profile["role_arn"]
        else { return nil }
        let source = try await sourceCredentials(profile)
        let operation = "sts:AssumeRole"
        let form = FormBody(action: "AssumeRole", version: "2011-06-15")
        form.add("RoleArn", role)
        form.add("RoleSessionName", profile["role_session_name"] ?? "curtain-\(Int(context.clock.now()))")
        form.add("ExternalId", profile["external_id"])
        form.add("DurationSeconds", profile["duration_seconds"].flatMap { Int($0) }.map { String($0) })
        if let serial = profile["mfa_serial"] {
            form.add("SerialNumber", serial)
            form.add("TokenCode", try await code(serial, profile))
        }
        let client = context.client(region: nil, credentials: FixedCredentials(value: source))
        // A code of a device counts once.
        let request = AWSRequest(
            service: .sts, operation: "AssumeRole", effect: profile["mfa_serial"] == nil ? .reads : .changes,
            headers: [FormBody.contentType], body: .secret(try form.secret()), subject: role)
        let response = try await client.call(request)
        return try STSAnswer.credentials(
            response, result: "AssumeRoleResult", operation: operation,
            source: "role \(role) of profile \(profile.name), by \(source.source)")
    }

    private func code(_ serial: String, _ profile: Profile) async throws(AWSError) -> String {
        guard let mfa = context.mfa else {
            throw SourceContext.failure(
                .noCredentials, "MFARequired",
                "profile \(profile.name) needs the code of the device \(serial), and nobody can be asked;"
                    + " run it on a terminal")
        }
        return try await mfa(serial)
    }

    private func sourceCredentials(_ profile: Profile) async throws(AWSError) -> AWSCredentials {
        switch (profile["source_profile"], profile["credential_source"]) {
        case (.some, .some):
            throw wrong(profile, "credential_source", "has both source_profile and credential_source; keep one")
        case (nil, nil):
            throw wrong(profile, "role_arn", "has a role_arn but neither source_profile nor credential_source")
        case (nil, .some(let name)): return try await named(name, profile)
        case (.some(let source), nil): return try await of(source, profile)
        }
    }

    private func named(_ name: String, _ profile: Profile) async throws(AWSError) -> AWSCredentials {
        let source: any CredentialSource
        switch name.lowercased() {
        case "environment": source = EnvironmentCredentials(environment: context.configuration.environment)
        case "ecscontainer": source = ContainerCredentials(context: context)
        case "ec2instancemetadata": source = InstanceCredentials(context: context)
        default:
            throw wrong(
                profile, "credential_source",
                "has a credential_source other than Environment, EcsContainer and Ec2InstanceMetadata")
        }
        guard let found = try await source.credentials() else {
            throw SourceContext.failure(
                .noCredentials, "NoSourceCredentials",
                "no credentials in the \(name) that profile \(profile.name) takes them from"
                    + " (\(profile.place(of: "credential_source")))")
        }
        return found
    }

    private func of(_ name: String, _ profile: Profile) async throws(AWSError) -> AWSCredentials {
        guard let source = context.profile(name) else {
            throw wrong(profile, "source_profile", "has a source_profile \(name) that does not exist")
        }
        let isItself = name == profileName && visited.isEmpty && Self.hasStaticKeys(source)
        guard isItself || (name != profileName && !visited.contains(name)) else {
            throw wrong(
                profile, "source_profile",
                "is in a circle: " + (visited + [profileName, name]).joined(separator: ", "))
        }
        let found: AWSCredentials?
        if Self.hasStaticKeys(source) || !Self.applies(to: source) {
            found = try await CredentialChain.ofProfile(name, context, usesEnvironment: false).credentials()
        } else {
            found = try await AssumeRoleCredentials(
                context: context, profileName: name, visited: visited + [profileName]
            ).credentials()
        }
        guard let found else {
            throw wrong(profile, "source_profile", "has a source_profile \(name) without credentials")
        }
        return found
    }

    private static func hasStaticKeys(_ profile: Profile) -> Bool {
        profile["aws_access_key_id"] != nil || profile.secret("aws_secret_access_key") != nil
    }

    private func wrong(_ profile: Profile, _ property: String, _ what: String) -> AWSError {
        SourceContext.failure(
            .configuration, "InvalidConfiguration", "profile \(profile.name) (\(profile.place(of: property))) \(what)")
    }
}
