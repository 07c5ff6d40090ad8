import Inventory

extension RotationRequest {
    /// What can be said before anything is read: throws `usage` if the transition is not declared.
    public func check() throws(OperationFailure) {
        if case .key = subject { return }
        guard successorKey == nil else {
            throw OperationFailure(.usage, "--to-key goes with an alias of KMS, key:alias/NAME, not with \(subject)")
        }
        guard !reEncrypts else {
            throw OperationFailure(
                .usage, "--re-encrypt goes with a key of KMS, key:ID or key:alias/NAME, not with \(subject)")
        }
        guard transition == nil else { return }
        throw OperationFailure(
            .usage,
            "say whether the old and the new value work side by side: --overlap (API keys, two access keys, "
                + "alternating users) or --cutover (one password)")
    }
}
