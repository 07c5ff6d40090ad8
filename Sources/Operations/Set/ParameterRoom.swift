import Inventory

/// Whether a parameter has room for another version.
enum ParameterRoom {
    /// Throws if the next write would be refused: at 100 versions AWS deletes the oldest for a new one, unless that has a
    /// label. Our own label moves away before.
    static func check(_ state: ParameterState, _ name: String) throws(CallFailure) {
        guard state.count >= AWSFact.parameterVersions.count else { return }
        let blocking = state.labels.filter { $0.value == state.oldest && $0.key != LabelParameterVersion.label }
        guard let label = blocking.keys.sorted().first else { return }
        throw SetPlanner.refused(
            .failed,
            "\(name) has 100 versions and the oldest has the label \(label), so no version can be added; take the label off: "
                + "aws ssm unlabel-parameter-version --name \(name) --parameter-version \(state.oldest) --labels \(label)"
        )
    }
}
