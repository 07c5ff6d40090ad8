/// The tags of the things of a kind, as the tagging API tells them by ARN.
public struct ResourceTags: Sendable, Equatable {
    /// How many things have tags.
    public private(set) var count = 0
    private var tags: [String: [String: String]] = [:]

    public init() {}

    public mutating func insert(_ tags: [String: String], arn: String) {
        count += 1
        self.tags[arn] = tags
        // A parameter is found by its name, so that no row has to spell its ARN out.
        guard let name = AmazonResourceName(arn)?.parameterName else { return }
        self.tags[name] = tags
        // `/name` and `name` have the same ARN.
        if !name.hasPrefix("/") { self.tags["/" + name] = tags }
    }

    /// Empty if it has none.
    public func tags(of common: ResourceCommon) -> [String: String] {
        if case .parameter = common.reference { return tags[common.name] ?? [:] }
        return common.arn.flatMap { tags[$0] } ?? [:]
    }
}
