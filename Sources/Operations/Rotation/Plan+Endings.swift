extension Plan {
    /// What no rollback takes back, from the steps that the plan has.
    var endings: [String] {
        var words: [String] = []
        let steps = steps
        if steps.contains(where: { $0.action == .publishVersion || $0.action == .keepFunctionVersion }) {
            words.append("published versions stay, and with them the values in their variables; retire lists them")
        }
        if steps.contains(where: { $0.action == .putParameterVersion }) {
            words.append("the parameter's history keeps both values; taking back adds a version with the old one")
        }
        if steps.contains(where: { $0.action == .promoteSecretVersion }) {
            words.append("AWSPREVIOUS is not put back to where it was before: it names the version that was taken back")
        }
        if steps.contains(where: { $0.action == .finishTarget }) {
            words.append("what the hook ends at finish")
        }
        return words
    }
}
