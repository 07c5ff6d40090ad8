extension Reference {
    /// The thing that an ARN names, if it is one that references know. Account and region are not part of a
    /// reference: whoever takes an ARN from a person compares them with the account in use.
    public init?(_ arn: AmazonResourceName) {
        if let function = arn.function {
            self = .function(name: function.name, qualifier: function.qualifier)
        } else if let name = arn.secretName {
            self = .secret(name: name)
        } else if let name = arn.parameterName {
            self = Self.parameter(splitting: name)
        } else if let id = arn.keyID {
            self = .key(id: id)
        } else if arn.service == "lambda", let uuid = arn.resource(after: "event-source-mapping:") {
            self = .eventSourceMapping(uuid: uuid)
        } else if arn.service == "iam", let path = arn.resource(after: "role/") {
            self = .role(name: Self.last(of: path))
        } else if arn.service == "iam", let path = arn.resource(after: "user/") {
            self = .user(name: Self.last(of: path))
        } else if arn.service == "sts", let path = arn.resource(after: "assumed-role/") {
            self = .role(name: String(path.prefix { $0 != "/" }))
        } else if arn.service == "cloudformation", let path = arn.resource(after: "stack/") {
            self = .stack(name: String(path.prefix { $0 != "/" }))
        } else {
            return nil
        }
    }

    private static func parameter(splitting name: String) -> Reference {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return .parameter(name: parts[0], selector: parts.count == 2 ? parts[1] : nil)
    }

    private static func last(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
