import AccountAccess
import FoundationEssentials

/// What `whoami` prints; of a key only its id.
struct WhoAmI: Sendable {
    let caller: CallerIdentity
    let profile: String
    let region: String?
    let regionSource: String?
    let endpoint: String
    let accessKeyID: String
    /// Where the credentials were found.
    let source: String
    /// Where they are looked for, in this order.
    let chain: [String]
    let expires: Date?

    static let shape = RowShape<WhoAmI>(
        fieldNames: [
            "account", "arn", "userId", "region", "regionSource", "endpoint", "profile", "accessKeyId", "source",
            "chain", "expires"
        ],
        fields: {
            [
                Field("account", .text($0.caller.account)), Field("arn", .text($0.caller.arn)),
                Field("userId", .text($0.caller.userID)), Field("region", FieldValue($0.region)),
                Field("regionSource", FieldValue($0.regionSource)), Field("endpoint", .text($0.endpoint)),
                Field("profile", .text($0.profile)), Field("accessKeyId", .text($0.accessKeyID)),
                Field("source", .text($0.source)), Field("chain", FieldValue($0.chain)),
                Field("expires", FieldValue($0.expires))
            ]
        },
        columns: [Column("ARN") { $0.caller.arn }], name: { $0.caller.arn })
}
