/// The ability to change one setting of the account, and to tell how it stands.
public protocol AccountChanging: Sendable {
    /// How the setting that the change is about stands now, as the change that would bring it back.
    func current(_ change: AccountChange) async throws(OperationFailure) -> AccountChange
    /// Makes the change; the id under which AWS knows the call. `stoppedHalfway` if the answer was lost: look.
    func make(_ change: AccountChange) async throws(OperationFailure) -> String
    /// Why AWS would refuse the change now; nil if nothing speaks against it.
    func obstacle(to change: AccountChange) async throws(OperationFailure) -> String?
}
