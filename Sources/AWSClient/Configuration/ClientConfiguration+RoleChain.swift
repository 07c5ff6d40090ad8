extension ClientConfiguration {
    /// What the credentials of the profile in force go through: the roles that it assumes one after the other, and the
    /// ids of the access keys that the files name on the way. Nothing of it is a secret.
    public var credentialChain: (roleARNs: [String], accessKeyIDs: [String]) {
        var roles: [String] = []
        var keys: [String] = []
        if let role = environment["AWS_ROLE_ARN"] { roles.append(role) }
        if let key = environment["AWS_ACCESS_KEY_ID"] { keys.append(key) }
        var name: String? = profile
        var seen: Set<String> = []
        while let current = name, seen.insert(current).inserted, let settings = shared.profile(current) {
            if let role = settings["role_arn"] { roles.append(role) }
            if let key = settings["aws_access_key_id"] { keys.append(key) }
            name = settings["source_profile"]
        }
        return (roles, keys)
    }
}
