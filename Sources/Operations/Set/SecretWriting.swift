/// What has to hold before a version of a secret is written.
enum SecretWriting {
    /// The current version of a secret that can be written here.
    static func currentVersion(of state: SecretState, _ name: String, region: String) throws(CallFailure) -> String {
        if state.isBeingDeleted {
            throw SetPlanner.refused(.failed, "secret \(name) is being deleted: restore it first")
        }
        if let primary = state.primaryRegion, primary != region {
            throw SetPlanner.refused(
                .usage, "secret \(name) is a replica here: plan it in its own region, --region \(primary)")
        }
        guard let current = state.current else {
            throw SetPlanner.refused(.failed, "secret \(name) has no AWSCURRENT version")
        }
        return current
    }

    static func pending(_ version: String, _ name: String) -> CallFailure {
        SetPlanner.refused(
            .tryAgain,
            "version \(version) of secret \(name) is pending, left by a rotation that did not end; it may hold the live value. "
                + "Finish that rotation, or plan with --clear-pending: it is kept under a label and put aside")
    }
}
