/// What a plan is for.
public enum PlanWork: String, CaseIterable, Sendable {
    /// A secret without a rotation function: staged, tested and promoted by the plan itself.
    case rotateSecret
    /// A secret with a rotation function.
    case rotateByFunction
    /// A secret that another service owns.
    case rotateByOwner
    case rotateParameter
    /// A value that stands only in variables.
    case rotateVariable
    /// A KMS key gets new material, or its alias another key.
    case rotateKey
    /// Functions are made to start anew; no value changes.
    case redeploy
    /// A value moves to another store.
    case move
    /// A value is written where there was none, or over what was there.
    case set
}
