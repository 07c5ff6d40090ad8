/// One account in one region.
public struct AccountPlace: Hashable, Sendable {
    public let account: String
    public let region: String

    public init(account: String, region: String) {
        self.account = account
        self.region = region
    }

    /// Whether an ARN may be of something here: what it leaves empty says nothing.
    public func mayHave(_ arn: AmazonResourceName) -> Bool {
        (arn.region.isEmpty || arn.region == region) && (arn.account.isEmpty || arn.account == account)
    }
}
