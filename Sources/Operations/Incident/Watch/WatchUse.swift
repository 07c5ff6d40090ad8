import FoundationEssentials

/// A use of an old credential that CloudTrail tells, or a try to use it.
public struct WatchUse: Equatable, Sendable {
    /// CloudTrail's id of the event.
    public let id: String
    public let time: Date
    /// The credential, in the reference grammar.
    public let reference: String
    public let actor: String?
    /// `GetSecretValue`
    public let action: String
    public let region: String
    public let requestID: String?
    public let sourceIP: String?
    public let agent: String?
    public let errorCode: String?
    /// Whether it was the session that watches: no finding.
    public let isOwn: Bool

    public init(
        id: String, time: Date, reference: String, actor: String?, action: String, region: String, requestID: String?,
        sourceIP: String?, agent: String?, errorCode: String?, isOwn: Bool
    ) {
        self.id = id
        self.time = time
        self.reference = reference
        self.actor = actor
        self.action = action
        self.region = region
        self.requestID = requestID
        self.sourceIP = sourceIP
        self.agent = agent
        self.errorCode = errorCode
        self.isOwn = isOwn
    }

    /// What AWS answers when it no longer knows the credential.
    private static let deadCodes: Set<String> = [
        "UnrecognizedClientException", "InvalidClientTokenId", "InvalidAccessKeyId", "ExpiredToken",
        "ExpiredTokenException"
    ]

    /// Whether it was refused because the credential is dead: somebody still tries, and the containment holds. Any other
    /// refusal is a use, for the credential was accepted.
    public var isTry: Bool { errorCode.map(Self.deadCodes.contains) ?? false }

    /// One line for a person.
    public var words: String {
        var parts = [
            TimelineTime.seconds(time), region, "\(action) with \(reference)", "by \(actor ?? "?")"
        ]
        if let sourceIP { parts.append("from \(sourceIP)") }
        if let errorCode { parts.append("refused: \(errorCode)") }
        return parts.joined(separator: " ")
    }
}
