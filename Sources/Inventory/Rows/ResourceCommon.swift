import FoundationEssentials

/// What every row has. Text is already cleaned for the screen; `name` is cleaned too, and `reference`
/// keeps the true name for calls.
public struct ResourceCommon: Sendable, Equatable {
    public let reference: Reference
    public let name: String
    private let place: Shared<ResourcePlace>
    public let modified: Date?
    /// nil: the list call does not tell.
    public var tags: [String: String]?

    /// Nil where the list call does not tell.
    public var arn: String? { place.value.arn(of: name) }
    public var account: String? { place.value.account }
    public var region: String { place.value.region }

    /// - Parameter sharing: where the rows of the same load keep what they have in common.
    public init(
        reference: Reference, name: String, arn: String?, account: String?, region: String, modified: Date?,
        tags: [String: String]? = nil, sharing: SharedRowParts? = nil
    ) {
        self.reference = reference
        self.name = name
        place =
            if let sharing {
                sharing.places.shared(ResourcePlace(account: account, region: region, arn: arn, name: name))
            } else {
                Shared(ResourcePlace(account: account, region: region, arn: arn))
            }
        self.modified = modified
        self.tags = tags
    }

    /// As text and not as it is kept: a row of a list and one of a detail call are the same.
    public static func == (left: ResourceCommon, right: ResourceCommon) -> Bool {
        left.reference == right.reference && left.name == right.name && left.modified == right.modified
            && left.tags == right.tags && (left.place == right.place || left.isWhere(right))
    }

    private func isWhere(_ other: ResourceCommon) -> Bool {
        account == other.account && region == other.region && arn == other.arn
    }
}
