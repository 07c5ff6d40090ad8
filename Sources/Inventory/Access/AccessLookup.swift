/// What CloudTrail is asked for: AWS takes one attribute a call.
public struct AccessLookup: Sendable, Hashable {
    /// `EventName` or `ResourceName`.
    public let key: String
    public let value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    /// The key of the index.
    public var text: String { "\(key)=\(value)" }

    static let secretReads = ["GetSecretValue", "BatchGetSecretValue"]
    static let parameterReads = ["GetParameter", "GetParameters", "GetParametersByPath", "GetParameterHistory"]
    /// CloudTrail's Lambda names carry the version of the API.
    static let functionReads = [
        "GetFunctionConfiguration20150331v2", "GetFunction20150331v2", "ListFunctions20150331",
        "ListVersionsByFunction20150331"
    ]
    static let decryptions = ["Decrypt"]

    /// The lookups that find who read the thing; nil: who read anything.
    ///
    /// - Parameter arn: the thing's ARN, where one is known. Secrets Manager's events are not found by resource.
    public static func lookups(for reference: Reference?, arn: String? = nil) -> [AccessLookup] {
        func named(_ names: [String]) -> [AccessLookup] { names.map { AccessLookup(key: "EventName", value: $0) } }
        switch reference {
        case .secret?: return named(secretReads + decryptions)
        case .parameter?:
            guard let arn else { return named(parameterReads + decryptions) }
            return [AccessLookup(key: "ResourceName", value: arn)]
                + named(["GetParametersByPath", "GetParameterHistory"] + decryptions)
        case .key?: return arn.map { [AccessLookup(key: "ResourceName", value: $0)] } ?? named(decryptions)
        case .function?, .variable?, .alias?, .functionURL?: return named(functionReads + decryptions)
        case .role?, .user?, .accessKey?, .eventSourceMapping?, .stack?, nil:
            return named(secretReads + parameterReads + functionReads + decryptions)
        }
    }
}
