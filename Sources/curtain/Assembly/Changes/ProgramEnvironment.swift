/// The environment of a person's own programs: what finds programs and speaks the language, how AWS is reached, and what
/// the call is about. Never a value of a secret of the account.
struct ProgramEnvironment {
    private static let usual = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR"]
    private static let aws = [
        "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CA_BUNDLE",
        "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"
    ]

    /// - Parameter own: `CURTAIN_…` and what it says.
    static func lines(_ environment: ProcessEnvironment, own: [(name: String, value: String)]) -> [String] {
        (usual + aws).compactMap { name in environment[name].map { "\(name)=\($0)" } }
            + own.map { "\($0.name)=\($0.value)" }
    }
}
