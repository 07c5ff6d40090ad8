/// What the source of the value was when the plan was made; applying refuses if it is another now.
public enum PlannedSource: Hashable, Sendable {
    /// A secret: the versions that had AWSCURRENT, AWSPREVIOUS and AWSPENDING.
    case secret(arn: String, current: String, previous: String?, pending: String?)
    /// A parameter: its version.
    case parameter(version: Int, attributes: ParameterAttributes)
    /// The variables of functions are the only place.
    case variable
    /// Nothing has a new value: functions are only made to start anew.
    case none
}
