/// A secret, parameter or key as policies see it.
struct ReadableThing: Sendable {
    let reference: Reference
    let arn: String
    /// The id of the customer key that a reader needs too; nil where an AWS-managed key serves everybody who may read.
    let customerKey: String?
    let tags: [String: String]?
}
