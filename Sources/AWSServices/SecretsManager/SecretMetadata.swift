import AWSClient
import FoundationEssentials
import StrictJSON

/// What ListSecrets and DescribeSecret tell of a secret: all but its value.
public struct SecretMetadata: Sendable, Equatable {
    /// One region that the secret is replicated to; only DescribeSecret tells.
    public struct Replica: Sendable, Equatable {
        public let region: String
        /// InSync, InProgress or Failed.
        public let status: String?
        public let message: String?
        public let kmsKey: String?
    }

    public let arn: String
    public let name: String
    public let description: String?
    public let kmsKey: String?
    public let rotationEnabled: Bool
    public let rotationFunction: String?
    public let rotationDays: Int?
    /// `rate(10 days)` or a cron expression.
    public let rotationSchedule: String?
    public let rotationWindow: String?
    public let lastRotated: Date?
    public let lastChanged: Date?
    public let lastAccessed: Date?
    public let deleted: Date?
    public let nextRotation: Date?
    public let created: Date?
    public let tags: [String: String]?
    /// Version id to staging labels.
    public let versionStages: [String: [String]]
    public let owningService: String?
    public let primaryRegion: String?
    public let replicas: [Replica]?

    init(_ answer: Answer) throws(AWSError) {
        arn = try answer.required("ARN")
        name = try answer.required("Name")
        description = answer.string("Description")
        kmsKey = answer.string("KmsKeyId")
        rotationEnabled = answer.bool("RotationEnabled") ?? false
        rotationFunction = answer.string("RotationLambdaARN")
        let rules = answer.object("RotationRules")
        rotationDays = rules?.int("AutomaticallyAfterDays")
        rotationSchedule = rules?.string("ScheduleExpression")
        rotationWindow = rules?.string("Duration")
        lastRotated = answer.date("LastRotatedDate")
        lastChanged = answer.date("LastChangedDate")
        lastAccessed = answer.date("LastAccessedDate")
        deleted = answer.date("DeletedDate")
        nextRotation = answer.date("NextRotationDate")
        created = answer.date("CreatedDate")
        tags = answer.tags("Tags")
        var stages: [String: [String]] = [:]
        // ListSecrets and DescribeSecret name the same map differently.
        for member in ["SecretVersionsToStages", "VersionIdsToStages"] {
            guard let versions = answer.node[member]?.members else { continue }
            for (id, labels) in versions { stages[id.string ?? ""] = labels.elements.compactMap(\.string) }
        }
        versionStages = stages
        owningService = answer.string("OwningService")
        primaryRegion = answer.string("PrimaryRegion")
        replicas =
            answer.node["ReplicationStatus"] == nil
            ? nil
            : answer.objects("ReplicationStatus").map { replica in
                Replica(
                    region: replica.string("Region") ?? "", status: replica.string("Status"),
                    message: replica.string("StatusMessage"), kmsKey: replica.string("KmsKeyId"))
            }
    }
}
