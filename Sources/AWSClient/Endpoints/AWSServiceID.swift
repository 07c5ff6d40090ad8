/// A service as the endpoint rules, the signer and the environment variables name it.
public struct AWSServiceID: Hashable, Sendable {
    /// The endpoint prefix: `secretsmanager` in secretsmanager.eu-west-1.amazonaws.com.
    public let endpointPrefix: String
    /// The name in the credential scope of a signature.
    public let signingName: String
    /// The SDK service id in the form of `AWS_ENDPOINT_URL_<ID>`, upper case: `SECRETS_MANAGER`.
    public let environmentID: String

    public init(endpointPrefix: String, signingName: String, environmentID: String) {
        self.endpointPrefix = endpointPrefix
        self.signingName = signingName
        self.environmentID = environmentID
    }

    public static let lambda = AWSServiceID(endpointPrefix: "lambda", signingName: "lambda", environmentID: "LAMBDA")
    public static let ssm = AWSServiceID(endpointPrefix: "ssm", signingName: "ssm", environmentID: "SSM")
    public static let secretsManager = AWSServiceID(
        endpointPrefix: "secretsmanager", signingName: "secretsmanager", environmentID: "SECRETS_MANAGER")
    public static let kms = AWSServiceID(endpointPrefix: "kms", signingName: "kms", environmentID: "KMS")
    public static let sts = AWSServiceID(endpointPrefix: "sts", signingName: "sts", environmentID: "STS")
    public static let tagging = AWSServiceID(
        endpointPrefix: "tagging", signingName: "tagging", environmentID: "RESOURCE_GROUPS_TAGGING_API")
    public static let cloudTrail = AWSServiceID(
        endpointPrefix: "cloudtrail", signingName: "cloudtrail", environmentID: "CLOUDTRAIL")
    public static let cloudFormation = AWSServiceID(
        endpointPrefix: "cloudformation", signingName: "cloudformation", environmentID: "CLOUDFORMATION")
    public static let iam = AWSServiceID(endpointPrefix: "iam", signingName: "iam", environmentID: "IAM")
    public static let logs = AWSServiceID(
        endpointPrefix: "logs", signingName: "logs", environmentID: "CLOUDWATCH_LOGS")
    public static let cloudWatch = AWSServiceID(
        endpointPrefix: "monitoring", signingName: "monitoring", environmentID: "CLOUDWATCH")
    public static let guardDuty = AWSServiceID(
        endpointPrefix: "guardduty", signingName: "guardduty", environmentID: "GUARDDUTY")
    public static let sso = AWSServiceID(
        endpointPrefix: "portal.sso", signingName: "awsssoportal", environmentID: "SSO")
    public static let ssoOIDC = AWSServiceID(
        endpointPrefix: "oidc", signingName: "sso-oauth", environmentID: "SSO_OIDC")
    public static let signin = AWSServiceID(
        endpointPrefix: "signin", signingName: "signin", environmentID: "SIGNIN")
    public static let dynamoDB = AWSServiceID(
        endpointPrefix: "dynamodb", signingName: "dynamodb", environmentID: "DYNAMODB")
    public static let s3 = AWSServiceID(endpointPrefix: "s3", signingName: "s3", environmentID: "S3")
    public static let stepFunctions = AWSServiceID(
        endpointPrefix: "states", signingName: "states", environmentID: "SFN")
}
