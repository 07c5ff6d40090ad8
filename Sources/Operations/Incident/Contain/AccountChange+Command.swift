extension AccountChange {
    /// The equivalent call of the AWS CLI, quoted for a POSIX shell.
    public var command: String {
        switch self {
        case .accessKey(let id, let user, let active):
            Self.aws(
                "iam update-access-key", ("user-name", user), ("access-key-id", id),
                ("status", active ? "Active" : "Inactive"))
        case .rolePolicy(let role, let name, let document?):
            Self.aws(
                "iam put-role-policy", ("role-name", role), ("policy-name", name), ("policy-document", document.text))
        case .rolePolicy(let role, let name, nil):
            Self.aws("iam delete-role-policy", ("role-name", role), ("policy-name", name))
        case .userPolicy(let user, let name, let document?):
            Self.aws(
                "iam put-user-policy", ("user-name", user), ("policy-name", name), ("policy-document", document.text))
        case .userPolicy(let user, let name, nil):
            Self.aws("iam delete-user-policy", ("user-name", user), ("policy-name", name))
        case .concurrency(let function, let reserved?):
            Self.aws(
                "lambda put-function-concurrency", ("function-name", function),
                ("reserved-concurrent-executions", String(reserved)))
        case .concurrency(let function, nil):
            Self.aws("lambda delete-function-concurrency", ("function-name", function))
        case .provisioned(let function, let qualifier, let count?):
            Self.aws(
                "lambda put-provisioned-concurrency-config", ("function-name", function), ("qualifier", qualifier),
                ("provisioned-concurrent-executions", String(count)))
        case .provisioned(let function, let qualifier, nil):
            Self.aws(
                "lambda delete-provisioned-concurrency-config", ("function-name", function), ("qualifier", qualifier))
        case .eventSource(let uuid, _, let enabled):
            Self.aws("lambda update-event-source-mapping", ("uuid", uuid)) + (enabled ? " --enabled" : " --no-enabled")
        case .functionURL(let function, let qualifier, let authType):
            Self.aws(
                "lambda update-function-url-config", ("function-name", function), ("qualifier", qualifier),
                ("auth-type", authType))
        case .secretPolicy(let secret, let document?):
            Self.aws(
                "secretsmanager put-resource-policy", ("secret-id", secret), ("resource-policy", document.text))
                + " --block-public-policy"
        case .secretPolicy(let secret, nil):
            Self.aws("secretsmanager delete-resource-policy", ("secret-id", secret))
        case .key(let id, let enabled): Self.aws("kms \(enabled ? "enable" : "disable")-key", ("key-id", id))
        case .alias(let function, let name, let version, let weights):
            Self.aws(
                "lambda update-alias", ("function-name", function), ("name", name), ("function-version", version),
                ("routing-config", Self.routing(weights)))
        case .description(let function, let text):
            Self.aws("lambda update-function-configuration", ("function-name", function), ("description", text))
        }
    }

    /// An empty routing must be said: left out, the old weights stay.
    private static func routing(_ weights: [AliasWeight]) -> String {
        "AdditionalVersionWeights={" + weights.map { "\($0.version)=\($0.weight)" }.joined(separator: ",") + "}"
    }

    private static func aws(_ command: String, _ options: (name: String, value: String?)...) -> String {
        ShellCommand.aws(command, options)
    }
}
