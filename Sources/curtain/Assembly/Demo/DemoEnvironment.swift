import Glibc

/// The environment of the console that the demo opens: the stand-in's address and nothing of the user's AWS.
enum DemoEnvironment {
    /// `NAME=value` entries, from this process's without whatever would lead to a real account.
    static func entries(for address: StandIn.Address, state: String) -> [String] {
        var result = inherited { !$0.hasPrefix("AWS_") && $0 != "CURTAIN_PROFILE" && $0 != "CURTAIN_STATE_DIR" }
        result += [
            "AWS_ENDPOINT_URL=" + address.endpoint, "AWS_REGION=" + address.region,
            "AWS_ACCESS_KEY_ID=" + address.accessKeyID, "AWS_SECRET_ACCESS_KEY=" + address.secretAccessKey,
            "AWS_CONFIG_FILE=/dev/null", "AWS_SHARED_CREDENTIALS_FILE=/dev/null", "CURTAIN_STATE_DIR=" + state
        ]
        if let token = address.sessionToken { result.append("AWS_SESSION_TOKEN=" + token) }
        return result
    }

    /// The entries of this process's environment whose names are wanted.
    static func inherited(_ isWanted: (Substring) -> Bool) -> [String] {
        var result: [String] = []
        var cursor = environ
        while let entry = cursor.pointee {
            let name = String(cString: entry).prefix { $0 != "=" }
            if isWanted(name) { result.append(String(cString: entry)) }
            cursor += 1
        }
        return result
    }
}
