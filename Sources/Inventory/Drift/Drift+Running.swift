import FoundationEssentials

extension Drift {
    /// Functions that read at run time, for as long as a cache may hold what was there before.
    func caches() -> [DriftRow] {
        var rows: [DriftRow] = []
        for (function, source, edge) in readers() {
            guard let changed = changes.changed(source), changed <= facts.taken, !isNew(function, since: changed)
            else { continue }
            let name = function.common.functionName
            let isExtension = edge.evidence.rule == .extensionLayer
            let seconds = isExtension ? extensionSeconds(function, source) : Self.cacheSeconds
            let until = changed.addingTimeInterval(seconds)
            guard until > facts.taken,
                !rows.contains(where: { $0.source == source && $0.reference == .function(name: name) })
            else { continue }
            let plan = FollowingPlan.redeploy(name)
            rows.append(
                DriftRow(
                    reference: .function(name: name), source: source, holds: .unknown,
                    rule: isExtension ? .warmExtension : .warmCache, since: changed, until: until,
                    why: isExtension
                        ? "the extension's cache holds a value for \(Int(seconds)) s"
                        : "AWS's caching clients hold a value for an hour; a cache of the code's own, until its sandbox ends",
                    fix: "wait until \(until.formatted(.iso8601)), or \(plan.command) for new sandboxes",
                    plan: plan))
        }
        return rows
    }

    /// Whether all of the function that serves was updated or published since: then every sandbox began behind the change.
    private func isNew(_ function: FunctionRow, since changed: Date) -> Bool {
        let name = function.common.functionName
        let routed = Set((graph.routes[name] ?? [:]).keys)
        let serving = (facts.versions[name] ?? []).filter { $0.version.map(routed.contains) ?? false }
        guard serving.count == routed.count else { return false }
        return ([function] + serving).allSatisfy { row in row.common.modified.map { $0 > changed } ?? false }
    }

    /// Versions behind aliases that start from a snapshot taken before the source changed.
    func snapshots() -> [DriftRow] {
        var rows: [DriftRow] = []
        for (function, source, _) in readers() where function.hasSnapshots {
            guard let changed = changes.changed(source) else { continue }
            let name = function.common.functionName
            for version in facts.versions[name] ?? [] {
                guard let number = version.version, graph.routes[name]?[number] != nil,
                    let made = version.common.modified,
                    made < changed
                else { continue }
                let plan = FollowingPlan.redeploy(name)
                let row = DriftRow(
                    reference: .function(name: name, qualifier: number), source: source,
                    holds: changes.version(of: source, at: made), rule: .snapshot, since: changed,
                    why:
                        "the snapshot of version \(number) (\(aliases(name, number))) is of \(made.formatted(.iso8601))",
                    fix: plan.command, plan: plan)
                if !rows.contains(row) { rows.append(row) }
            }
        }
        return rows
    }

    /// Functions that name a secret or parameter in a variable and read it themselves, the extension's before others.
    private func readers() -> [(FunctionRow, Reference, ConsumerEdge)] {
        facts.functions.flatMap { function -> [(FunctionRow, Reference, ConsumerEdge)] in
            let edges = graph.direct(from: .function(name: function.common.functionName)).filter { edge in
                switch edge.evidence.rule {
                case .variableARN, .variableName, .variableWord, .variableInside, .extensionLayer, .wasRead: true
                case .variableResolve, .variablePinned, .variablePrefix, .ciphertext, .storedCiphertext,
                    .environmentKey,
                    .encryptedUnder, .ownVariable, .runsAs, .rotates, .sameVariable, .storedValue, .olderValue,
                    .templateResolve, .templateParameter, .templateResource, .templateMember, .allowed, .allowedByPath,
                    .undecided, .keyGrant, .wasDecrypted:
                    false
                }
            }.filter { $0.source.namesValue }
            return edges.sorted { a, b in a.evidence.rule == .extensionLayer && b.evidence.rule != .extensionLayer }
                .map { (function, $0.source, $0) }
        }
    }

    /// What the extension's variables say, or its default. Their values are small numbers, found by fingerprint.
    private func extensionSeconds(_ function: FunctionRow, _ source: Reference) -> Double {
        let wanted = if case .secret = source { "SECRETS_MANAGER_TTL" } else { "SSM_PARAMETER_STORE_TTL" }
        guard let fingerprint = function.variables.first(where: { $0.name == wanted })?.fingerprint,
            let seconds = (0...Self.extensionSeconds).first(where: {
                graph.names.fingerprint(ofName: String($0)) == fingerprint
            })
        else { return Double(Self.extensionSeconds) }
        return Double(seconds)
    }
}
