/// What many parameters of an account have in common.
struct ParameterTraits: Hashable, Sendable {
    let type: String
    let tier: String?
    let kmsKey: String?
    let modifiedBy: String?
}
