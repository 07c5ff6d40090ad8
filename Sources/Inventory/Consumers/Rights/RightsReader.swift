/// Whoever asks for a value: its policies by action, and what is known of each of its requests.
struct RightsReader: Sendable {
    /// The role or user with only those statements that speak of the action.
    let actions: [ReadAction: PolicyCaller]
    let base: RequestContext

    init(actions: [ReadAction: PolicyCaller], base: RequestContext) {
        self.actions = actions
        self.base = base
    }

    init(_ caller: PolicyCaller, base: RequestContext) {
        self.init(
            actions: Dictionary(uniqueKeysWithValues: ReadAction.allCases.map { ($0, caller.only($0.rawValue)) }),
            base: base)
    }
}
