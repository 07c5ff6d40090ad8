/// What `check` looks for. docs/check.md is made from this table.
public enum FindingRule: String, CaseIterable, Sendable {
    // Values that are where they should not be.
    case plainSecret = "plain-secret"
    case sharedSecret = "shared-secret"
    case oldLiteral = "old-literal"
    case templateSecret = "template-secret"
    case plainParameter = "plain-parameter"
    // Age and rotation.
    case noRotation = "no-rotation"
    case rotationOverdue = "rotation-overdue"
    case pendingVersion = "pending-version"
    case keyNotRotated = "key-not-rotated"
    case unusedSecret = "unused-secret"
    case expiringParameter = "expiring-parameter"
    // Things that are about to stop.
    case disabledKeyInUse = "disabled-key-in-use"
    case deletedInUse = "deleted-in-use"
    case replicaBehind = "replica-behind"
    case unreadableEnvironment = "unreadable-environment"
    // Limits.
    case environmentFull = "environment-full"
    case valueFull = "value-full"
    case versionsFull = "versions-full"
    case regionFull = "region-full"
    // Who may read.
    case administrator
    case wildcardReader = "wildcard-reader"
    case variableReader = "variable-reader"
    case thirdPartyReader = "third-party-reader"
    case defaultKey = "default-key"
    case extensionLayer = "extension-layer"
}
