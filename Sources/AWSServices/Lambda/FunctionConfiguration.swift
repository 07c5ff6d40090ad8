import AWSClient
import FoundationEssentials

/// Lambda's FunctionConfiguration, as ListFunctions, GetFunctionConfiguration and others answer it, without the
/// values of its environment.
public struct FunctionConfiguration<Variable: Sendable>: Sendable {
    public let name: String
    public let arn: String
    public let runtime: String?
    public let role: String?
    public let handler: String?
    public let codeSHA256: String?
    public let description: String?
    /// Seconds.
    public let timeout: Int?
    /// Megabytes.
    public let memorySize: Int?
    public let modified: Date?
    public let version: String?
    public let revisionID: String?
    public let kmsKey: String?
    public let packageType: String?
    public let architectures: [String]
    public let deadLetterTarget: String?
    public let vpc: String?
    public let layers: [String]
    /// SnapStart's `ApplyOn`: `PublishedVersions` or `None`.
    public let snapStart: String?
    /// ListFunctions does not tell the states.
    public let state: String?
    public let stateReason: String?
    public let lastUpdateStatus: String?
    public let lastUpdateStatusReason: String?
    public let environment: EnvironmentAnswer<Variable>
    /// Digests of what a release ships besides code and environment; empty unless asked for.
    public let settings: [String: String]

    init(_ answer: Answer, read: EnvironmentReader<Variable>, settings: Bool = false) throws(AWSError) {
        name = try answer.required("FunctionName")
        arn = try answer.required("FunctionArn")
        runtime = answer.string("Runtime")
        role = answer.string("Role")
        handler = answer.string("Handler")
        codeSHA256 = answer.string("CodeSha256")
        description = answer.string("Description")
        timeout = answer.int("Timeout")
        memorySize = answer.int("MemorySize")
        modified = answer.date("LastModified")
        version = answer.string("Version")
        revisionID = answer.string("RevisionId")
        kmsKey = answer.string("KMSKeyArn")
        packageType = answer.string("PackageType")
        architectures = answer.strings("Architectures")
        deadLetterTarget = answer.object("DeadLetterConfig")?.string("TargetArn")
        vpc = answer.object("VpcConfig")?.string("VpcId")
        layers = answer.objects("Layers").compactMap { $0.string("Arn") }
        snapStart = answer.object("SnapStart")?.string("ApplyOn")
        state = answer.string("State")
        stateReason = answer.string("StateReason")
        lastUpdateStatus = answer.string("LastUpdateStatus")
        lastUpdateStatusReason = answer.string("LastUpdateStatusReason")
        environment = EnvironmentAnswer(answer.object("Environment"), read: read)
        self.settings = settings ? FunctionSettings.digests(of: answer) : [:]
    }
}
