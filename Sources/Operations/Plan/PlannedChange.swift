/// What a set does besides giving a value: what it makes, deletes or configures, and from what state.
public struct PlannedChange: Hashable, Sendable {
    /// What is done to a field of a JSON value that is not there, or shall not be.
    public enum FieldChange: String, Sendable { case added, removed }

    /// What is made; nil if it is there already.
    public var creates: NewStore?
    public var settings: [SettingChange]
    /// What a parameter's attributes were; nil if they stay.
    public var former: ParameterAttributes?
    /// How long a deleted secret can be restored, in days: 7 to 30.
    public var recoveryDays: Int?
    public var field: FieldChange?
    /// Whether a value is written although it is no JSON and the one before was.
    public var acceptsAnyForm: Bool

    public init(
        creates: NewStore? = nil, settings: [SettingChange] = [], former: ParameterAttributes? = nil,
        recoveryDays: Int? = nil, field: FieldChange? = nil, acceptsAnyForm: Bool = false
    ) {
        self.creates = creates
        self.settings = settings
        self.former = former
        self.recoveryDays = recoveryDays
        self.field = field
        self.acceptsAnyForm = acceptsAnyForm
    }
}
