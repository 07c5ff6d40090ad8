/// A form of credential that can be told by its looks, and what its issuer offers against a leak.
public enum LeakFormat: String, CaseIterable, Sendable {
    case awsAccessKey, awsSecretKey, awsSession, gitHub, stripe, stripeWebhook, slack, slackWebhook, jsonWebToken
    case privateKey, connectionString

    /// Who can revoke it.
    public var issuer: String {
        switch self {
        case .awsAccessKey, .awsSecretKey, .awsSession: "AWS"
        case .gitHub: "GitHub"
        case .stripe, .stripeWebhook: "Stripe"
        case .slack, .slackWebhook: "Slack"
        case .jsonWebToken: "whoever signs the tokens"
        case .privateKey: "whoever trusts the public key"
        case .connectionString: "the database or server itself"
        }
    }

    /// What it is, with its article.
    public var words: String {
        switch self {
        case .awsAccessKey: "the id of an AWS access key"
        case .awsSecretKey: "an AWS secret access key"
        case .awsSession: "the id of a temporary AWS access key"
        case .gitHub: "a GitHub token"
        case .stripe: "a Stripe API key"
        case .stripeWebhook: "a Stripe webhook signing secret"
        case .slack: "a Slack token"
        case .slackWebhook: "a Slack webhook address"
        case .jsonWebToken: "a JSON Web Token"
        case .privateKey: "a PEM private key"
        case .connectionString: "a connection string with a password"
        }
    }

    /// How it is revoked.
    public var revoke: String {
        switch self {
        case .awsAccessKey, .awsSecretKey:
            "curtain incident triage accesskey:ID, then incident contain deactivate accesskey:ID"
        case .awsSession: "it ends by itself in hours; now: curtain incident contain deny-sessions role:NAME"
        case .gitHub:
            "POST /credentials/revoke of the REST API takes it without signing in; or its owner: Settings, Developer settings"
        case .stripe: "Dashboard, Developers, API keys: roll it, at once or with an overlap"
        case .stripeWebhook:
            "Dashboard, Developers, Webhooks: roll the signing secret, with an overlap of up to 24 hours"
        case .slack: "auth.revoke of the Web API with the token itself; or the app's page"
        case .slackWebhook: "remove the webhook on the app's page: the address is the secret"
        case .jsonWebToken:
            "tokens are not revoked one by one: rotate the signing key, or deny its jti until it expires"
        case .privateKey: "remove its public key wherever it is trusted; revoke its certificate at the authority"
        case .connectionString: "change the user's password there: curtain rotates it with a hook of yours"
        }
    }

    /// Where the issuer says so; nil where there is no one issuer.
    public var page: String? {
        switch self {
        case .awsAccessKey, .awsSecretKey, .awsSession:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
        case .gitHub: "https://docs.github.com/rest/credentials/revoke"
        case .stripe: "https://docs.stripe.com/keys"
        case .stripeWebhook: "https://docs.stripe.com/webhooks"
        case .slack: "https://docs.slack.dev/reference/methods/auth.revoke"
        case .slackWebhook: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks"
        case .jsonWebToken, .privateKey, .connectionString: nil
        }
    }
}
