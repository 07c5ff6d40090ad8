extension AccountFacts {
    /// The same facts with one version of a function in the place of all its versions, to ask what that one reaches.
    ///
    /// - Parameter qualifier: a version's number, `$LATEST`, or an alias, which stands for the version it serves.
    /// - Returns: nil if the function has no such version.
    public func only(_ name: String, at qualifier: String) -> AccountFacts? {
        guard let place = functions.firstIndex(where: { $0.common.functionName == name }) else { return nil }
        var facts = self
        let version = aliases[name]?.first { $0.name == qualifier }?.version ?? qualifier
        guard version != "$LATEST" else {
            facts.versions[name] = []
            return facts
        }
        guard let row = versions[name]?.first(where: { $0.version == version }) else { return nil }
        facts.versions[name] = [row]
        facts.functions[place] = row.asOnlyVersion(of: functions[place])
        return facts
    }
}

extension FunctionRow {
    /// $LATEST's name without its variables, with role, key and layers of this version.
    fileprivate func asOnlyVersion(of latest: FunctionRow) -> FunctionRow {
        FunctionRow(
            common: latest.common, runtime: runtime, state: state, lastUpdateStatus: lastUpdateStatus,
            version: latest.version, revisionID: revisionID, role: role, kmsKey: kmsKey, variables: [],
            variablesError: variablesError, environmentBytes: environmentBytes, aliases: aliases,
            description: description, layers: layers, hasSnapshots: hasSnapshots)
    }
}
