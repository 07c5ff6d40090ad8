import AWSClient
import FoundationEssentials

/// What DescribeParameters and GetParameterHistory tell of a parameter or of one of its versions.
public struct ParameterMetadata: Sendable, Equatable {
    /// A policy of an advanced parameter.
    public struct Policy: Sendable, Equatable {
        /// Expiration, ExpirationNotification or NoChangeNotification.
        public let type: String?
        /// The policy, JSON.
        public let text: String?
        public let status: String?
    }

    public let name: String
    public let arn: String?
    /// String, StringList or SecureString.
    public let type: String
    public let keyID: String?
    public let modified: Date?
    public let modifiedBy: String?
    public let description: String?
    public let allowedPattern: String?
    public let version: Int?
    /// Empty for what is no version.
    public let labels: [String]
    public let tier: String?
    public let policies: [Policy]
    public let dataType: String?

    init(_ answer: Answer) throws(AWSError) {
        name = try answer.required("Name")
        arn = answer.string("ARN")
        type = try answer.required("Type")
        keyID = answer.string("KeyId")
        modified = answer.date("LastModifiedDate")
        modifiedBy = answer.string("LastModifiedUser")
        description = answer.string("Description")
        allowedPattern = answer.string("AllowedPattern")
        version = answer.int("Version")
        labels = answer.strings("Labels")
        tier = answer.string("Tier")
        policies = answer.objects("Policies").map { policy in
            Policy(
                type: policy.string("PolicyType"), text: policy.string("PolicyText"),
                status: policy.string("PolicyStatus"))
        }
        dataType = answer.string("DataType")
    }
}
