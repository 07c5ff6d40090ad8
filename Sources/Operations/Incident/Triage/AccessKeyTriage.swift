import FoundationEssentials

/// What the first ten minutes need to know of a leaked access key.
public struct AccessKeyTriage: Equatable, Sendable {
    /// A use that CloudTrail tells.
    public struct Use: Equatable, Sendable {
        public let time: Date
        public let name: String
        public let actor: String?
        public let sourceIP: String?
        public let region: String
        public let errorCode: String?

        public init(
            time: Date, name: String, actor: String?, sourceIP: String?, region: String, errorCode: String?
        ) {
            self.time = time
            self.name = name
            self.actor = actor
            self.sourceIP = sourceIP
            self.region = region
            self.errorCode = errorCode
        }
    }

    /// Whether a trail writes.
    public struct Trail: Equatable, Sendable {
        public let name: String
        public let isLogging: Bool
        public let isMultiRegion: Bool

        public init(name: String, isLogging: Bool, isMultiRegion: Bool) {
            self.name = name
            self.isLogging = isLogging
            self.isMultiRegion = isMultiRegion
        }
    }

    public let id: AccessKeyID
    /// As STS says, or else as the id's bits do.
    public var account: String?
    public var isOwnAccount: Bool?
    /// Whether the credentials in use are this key, or were made from it.
    public var isOwnSession = false
    public var user: String?
    /// Active or Inactive.
    public var status: String?
    public var created: Date?
    public var lastUsed: Date?
    public var lastService: String?
    public var lastRegion: String?
    /// AWS's own quarantine policies on the user: AWS has seen the key in public.
    public var quarantine: [String] = []
    public var policies: [String] = []
    public var otherKeys: [String] = []
    /// The newest first.
    public var uses: [Use] = []
    /// nil if it cannot be told.
    public var trails: [Trail]?
    /// ENABLED, DISABLED, or none in this region; nil if it cannot be told.
    public var guardDuty: String?
    public var findings: [String] = []
    /// What could not be found out, each with the reason.
    public var problems: [String] = []

    public init(_ id: AccessKeyID) { self.id = id }

    /// What is missing for seeing an intruder, for the report.
    public var gaps: [String] {
        var gaps: [String] = []
        if let trails, !trails.contains(where: \.isLogging) {
            gaps.append("no CloudTrail trail is logging: only the last 90 days of management events can be seen")
        }
        if let guardDuty, guardDuty != "ENABLED" { gaps.append("GuardDuty is not on in this region") }
        return gaps
    }

    /// What to do next, the most urgent first.
    public var next: [String] {
        if isOwnSession { return ["you work with it yourself: change to another identity before you contain it"] }
        if isOwnAccount == false { return ["it belongs to account \(account ?? "?"), not to yours: tell its owner"] }
        switch id.kind {
        case .longLived:
            guard status != "Inactive" else {
                return [
                    "it is inactive; its user's sessions may live on: incident contain deactivate accesskey:\(id.text)"
                ]
            }
            return ["incident contain deactivate accesskey:\(id.text)"]
        case .temporary:
            let role = uses.compactMap(\.actor).lazy.compactMap(Self.role).first
            return ["incident contain deny-sessions role:\(role ?? "NAME")"]
        }
    }

    private static func role(_ arn: String) -> String? {
        guard let range = arn.firstRange(of: ":assumed-role/") else { return nil }
        return String(arn[range.upperBound...].prefix { $0 != "/" })
    }
}
