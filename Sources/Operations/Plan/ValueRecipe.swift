/// How the new value comes about. The recipe is in the plan, the value never.
public enum ValueRecipe: Hashable, Sendable {
    /// Made by this process when the plan is applied.
    case generated(GeneratedValue)
    /// Given by the person when the plan is applied: standard input, a file, or typed without echo.
    case given
    /// The value as it is: only what surrounds it changes.
    case unchanged
    /// Made by the rotation function of the secret, or by the service that owns it.
    case byRotation
    /// The value of an older version, by its id or number.
    case version(String)
}
