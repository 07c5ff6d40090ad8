import Inventory

/// A place with the leaked value.
public struct MatchPlace: Equatable, Sendable {
    /// With the field's pointer where it is a field of a secret.
    public let reference: Reference
    /// In words: what and which version.
    public let place: String
    public let form: MatchForm
    public let region: String
    public let version: String?
    public let requestID: String

    public init(
        reference: Reference, place: String, form: MatchForm, region: String, version: String?, requestID: String
    ) {
        self.reference = reference
        self.place = place
        self.form = form
        self.region = region
        self.version = version
        self.requestID = requestID
    }
}
