/// What can be done at once against a leaked value. The raw value is the word of the command line.
public enum ContainmentAction: String, CaseIterable, Sendable {
    /// An access key becomes inactive, and sessions made from it are denied.
    case deactivate
    /// Sessions of a role or user from before now are denied.
    case denySessions = "deny-sessions"
    /// A function runs no more: reserved concurrency 0, its event sources off first.
    case stopInvocations = "stop-invocations"
    /// One event source mapping is switched off.
    case pauseSource = "pause-source"
    /// A function's address asks for a signature.
    case lockURL = "lock-url"
    /// Nobody but rotation and the responder reads a secret.
    case restrictSecret = "restrict-secret"
    /// A KMS key is disabled.
    case disableKey = "disable-key"
    /// An alias goes back to an older version.
    case aliasBack = "alias-back"
}
