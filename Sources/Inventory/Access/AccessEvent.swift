import FoundationEssentials

/// One event of CloudTrail's history: somebody asked for something. Names and times only.
public struct AccessEvent: Sendable, Equatable {
    public let id: String
    public let time: Date
    /// The ARN of who asked; for a role the session's: `arn:aws:sts::1:assumed-role/ROLE/SESSION`.
    public let actor: String
    /// `GetSecretValue`, `GetFunctionConfiguration20150331v2`
    public let action: String
    /// `secretsmanager.amazonaws.com`
    public let service: String
    /// What was asked for, as far as the event names it.
    public let references: [Reference]
    /// The version that the event names: of a secret by the encryption context.
    public let version: String?
    public let requestID: String?
    public let sourceIP: String?
    public let agent: String?
    /// The service on whose behalf it was asked: `secretsmanager.amazonaws.com` for the Decrypt behind a read.
    public let invokedBy: String?
    public let errorCode: String?

    public init(
        id: String, time: Date, actor: String, action: String, service: String, references: [Reference],
        version: String?, requestID: String?, sourceIP: String?, agent: String?, invokedBy: String?,
        errorCode: String?
    ) {
        self.id = id
        self.time = time
        self.actor = actor
        self.action = action
        self.service = service
        self.references = references
        self.version = version
        self.requestID = requestID
        self.sourceIP = sourceIP
        self.agent = agent
        self.invokedBy = invokedBy
        self.errorCode = errorCode
    }
}
