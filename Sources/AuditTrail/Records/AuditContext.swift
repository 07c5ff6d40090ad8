/// Who acts from where, as each record says it. Put together once a session and changed when the identity,
/// the region or the incident changes.
public struct AuditContext: Equatable, Sendable {
    /// The identity of the calls: `sts:GetCallerIdentity`'s ARN; nil as long as it is not known.
    public var actorARN: String?
    /// The access key id of the calls (not a secret).
    public var accessKeyID: String?
    /// The login name on this machine.
    public var user: String
    public var host: String
    public var processID: Int32
    /// What binds the records of one run together.
    public var session: String
    public var account: String?
    public var region: String?
    /// The id of the open incident.
    public var incident: String?

    public init(
        actorARN: String? = nil, accessKeyID: String? = nil, user: String, host: String, processID: Int32,
        session: String, account: String? = nil, region: String? = nil, incident: String? = nil
    ) {
        self.actorARN = actorARN
        self.accessKeyID = accessKeyID
        self.user = user
        self.host = host
        self.processID = processID
        self.session = session
        self.account = account
        self.region = region
        self.incident = incident
    }
}
