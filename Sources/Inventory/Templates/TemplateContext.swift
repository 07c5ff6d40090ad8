import FoundationEssentials

/// What is known of a stack beside its template.
public struct TemplateContext: Sendable, Equatable {
    /// What the stack has made of a logical name.
    public struct Resource: Sendable, Equatable {
        public let logicalID: String
        public let physicalID: String?
        public let type: String

        public init(logicalID: String, physicalID: String?, type: String) {
            self.logicalID = logicalID
            self.physicalID = physicalID
            self.type = type
        }

        /// The thing itself, if it is of a kind that references know.
        public var reference: Reference? {
            guard let physicalID else { return nil }
            return switch type {
            case "AWS::Lambda::Function": .function(name: physicalID)
            case "AWS::SecretsManager::Secret", "AWS::SecretsManager::SecretTargetAttachment":
                AmazonResourceName(physicalID).flatMap(Reference.init) ?? .secret(name: physicalID)
            case "AWS::SSM::Parameter": .parameter(name: physicalID)
            case "AWS::KMS::Key", "AWS::KMS::Alias": .key(id: physicalID)
            case "AWS::IAM::Role": .role(name: physicalID)
            case "AWS::CloudFormation::Stack": AmazonResourceName(physicalID).flatMap(Reference.init)
            default: nil
            }
        }
    }

    public let stack: String
    public let deployed: Date?
    public let place: AccountPlace
    public let resources: [Resource]
    /// The parameters whose value names something.
    public let parameters: [String: Reference]

    public init(
        stack: String, deployed: Date?, place: AccountPlace, resources: [Resource], parameters: [String: Reference]
    ) {
        self.stack = stack
        self.deployed = deployed
        self.place = place
        self.resources = resources
        self.parameters = parameters
    }
}
