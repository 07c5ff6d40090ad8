/// A stack as CloudFormation keeps it, with its change sets.
struct FakeStack: Sendable {
    struct ChangeSet: Sendable {
        var template: String
        /// Looks until it is CREATE_COMPLETE.
        var lag = 2
        var execution = "AVAILABLE"
    }

    /// JSON, with dynamic references.
    var template: String
    var status = "CREATE_COMPLETE"
    /// Looks until an update is over.
    var lag = 0
    var executed: String?
    var sets: [String: ChangeSet] = [:]
    /// Logical to physical names of its functions.
    var functions: [String: String] = [:]
    /// What a change set names beside the functions, where somebody has changed more.
    var alsoTouched: String?
}
