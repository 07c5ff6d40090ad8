import Inventory
import SensitiveMemory

extension RetirementPlanner {
    /// The fingerprints of the old value and of those of its fields that are others now.
    func oldFingerprints(_ plan: Plan, _ progress: PlanProgress) async throws(CallFailure) -> Set<Fingerprint> {
        let source = plan.wholeSubject
        func stored(_ version: String) -> Set<Fingerprint> {
            let all = facts.stored.filter { $0.source == source }
            return Set(all.filter { $0.version == version && !$0.isCurrent }.map(\.fingerprint))
                .subtracting(all.filter(\.isCurrent).map(\.fingerprint))
        }
        switch plan.source {
        case .secret(_, let former, _, _): return stored(former)
        case .parameter(let former, _): return stored(String(former))
        case .variable: return try await keptFingerprints(plan, progress)
        case .none: return []
        }
    }

    /// What the variables held, as the versions tell in which the functions are kept as they were.
    private func keptFingerprints(
        _ plan: Plan, _ progress: PlanProgress
    ) async throws(CallFailure) -> Set<Fingerprint> {
        var old: Set<Fingerprint> = []
        var new: Set<Fingerprint> = []
        for lane in plan.lanes {
            let versions = facts.versions[lane.function] ?? []
            let latest = facts.functions.first { $0.common.reference == .function(name: lane.function) }
            let kept = Self.keptVersion(of: lane, progress)
            for change in lane.changes {
                new.formUnion(latest?.variables.filter { $0.name == change.variable }.compactMap(\.fingerprint) ?? [])
                guard case .function(_, let version?)? = kept,
                    let row = versions.first(where: { $0.version == version })
                else { continue }
                old.formUnion(row.variables.filter { $0.name == change.variable }.compactMap(\.fingerprint))
            }
        }
        return old.subtracting(new)
    }

    /// The published versions that hold one of the values and that no alias sends traffic to.
    func versionsHolding(_ old: Set<Fingerprint>) -> [(function: String, version: String, variables: [String])] {
        facts.versions.sorted { $0.key < $1.key }.flatMap { function, versions in
            let served = served(function)
            return versions.compactMap { row -> (function: String, version: String, variables: [String])? in
                guard let version = row.version, !served.keys.contains(version) else { return nil }
                let names = Self.names(in: row, of: old)
                return names.isEmpty ? nil : (function, version, names)
            }
        }
    }

    /// Functions that work with the old value: in $LATEST, or behind an alias.
    func inUse(_ old: Set<Fingerprint>) -> [RetiredPlace] {
        facts.functions.flatMap { row -> [RetiredPlace] in
            guard case .function(let function, _) = row.common.reference else { return [] }
            let latest = Self.names(in: row, of: old).map {
                RetiredPlace(.variable(function: function, name: $0), .inUse, "$LATEST still holds it")
            }
            let served = served(function)
            let versions = (facts.versions[function] ?? []).flatMap { row -> [RetiredPlace] in
                guard let version = row.version, let alias = served[version] else { return [] }
                return Self.names(in: row, of: old).map {
                    RetiredPlace(
                        .variable(function: function, qualifier: version, name: $0), .inUse,
                        "alias \(alias) sends traffic to it")
                }
            }
            return latest + versions
        }
    }

    /// Functions that read the source by a version that they name.
    func readersOfOldVersion(_ plan: Plan) -> [RetiredPlace] {
        graph.usedBy(plan.wholeSubject).compactMap { row in
            guard case .function = row.reference, let reading = ReadingEvidence(row), reading.way == .pinned else {
                return nil
            }
            return RetiredPlace(row.reference, .inUse, "it reads a version that it names (\(reading.words))")
        }
    }

    /// Templates that would put it back.
    func templates(_ old: Set<Fingerprint>) -> [RetiredPlace] {
        facts.stacks.flatMap { stack in
            stack.plainValues.compactMap { plain in
                guard let print = plain.variable.fingerprint, old.contains(print) else { return nil }
                return RetiredPlace(
                    .stack(name: stack.name), .stays,
                    "its template has the value for \(plain.variable.name) of \(plain.function), and the next deployment "
                        + "puts it back: change the template")
            }
        }
    }

    /// What the plan itself left out, and may still use the old value.
    func leftOut(_ plan: Plan) -> [RetiredPlace] {
        plan.leftOut.map { RetiredPlace($0.reference, .stays, "the plan left it out: \($0.why)") }
    }

    /// The source's own old version, and the steps that let it go.
    func source(_ plan: Plan) async throws(CallFailure) -> ([RetiredPlace], [PlanStep]) {
        switch (plan.source, plan.subject) {
        case (.secret(_, let former, _, _), .secret(let name, _, _)):
            return secret(name, former, try await secrets.state(of: name))
        case (.parameter(let former, _), .parameter(let name, _)):
            guard let state = try await parameters.state(of: name) else { return ([], []) }
            let place = RetiredPlace(
                .parameter(name: name, selector: String(former)), .stays,
                "the history keeps it until a hundred newer versions have pushed it out, and no call removes it: if it "
                    + "must go, write the value under another name and delete this parameter")
            guard state.labels[LabelParameterVersion.label] == former else { return ([place], []) }
            let step = PlanStep(
                .unlabelParameterVersion, .parameter(name: name),
                call: "ssm:UnlabelParameterVersion \(name):\(former) \(LabelParameterVersion.label)")
            return ([place], [step])
        case (_, _): return ([], [])
        }
    }

    private func secret(_ name: String, _ former: String, _ state: SecretState) -> ([RetiredPlace], [PlanStep]) {
        var places: [RetiredPlace] = []
        var steps: [PlanStep] = []
        let labels = state.labels[former] ?? []
        let reference = Reference.secret(name: name, version: former)
        let others = labels.filter { !ForgetSecretVersion.isOurs($0) }.sorted()
        if labels.contains("AWSCURRENT") {
            places.append(RetiredPlace(reference, .inUse, "it is AWSCURRENT again"))
        } else if !labels.isEmpty {
            let ours = labels.filter(ForgetSecretVersion.isOurs).sorted().joined(separator: " ")
            places.append(
                others.isEmpty
                    ? RetiredPlace(
                        reference, .removed,
                        "\(ours) go; Secrets Manager deletes a version without labels by and by, until then it can be "
                            + "read by its id")
                    : RetiredPlace(
                        reference, .stays,
                        "the label \(others.joined(separator: " ")) keeps it: whoever put it there takes it off"))
            if !ours.isEmpty {
                steps.append(
                    PlanStep(
                        .forgetSecretVersion, reference,
                        call: "secretsmanager:UpdateSecretVersionStage \(name) \(ours) off \(former)"))
            }
        }
        for (version, labels) in state.labels.sorted(by: { $0.key < $1.key }) where version != former {
            guard let label = labels.filter({ $0.hasPrefix("curtain-") }).min() else { continue }
            places.append(
                RetiredPlace(
                    .secret(name: name, version: version), .stays,
                    "the label \(label) keeps a value that a plan has put aside; it may be one that works"))
        }
        return (places, steps)
    }

    /// Version to the alias that sends traffic there.
    private func served(_ function: String) -> [String: String] {
        var served: [String: String] = [:]
        for alias in facts.aliases[function] ?? [] {
            for version in [alias.version] + alias.weights.keys { served[version] = alias.name }
        }
        return served
    }

    private static func names(in row: FunctionRow, of old: Set<Fingerprint>) -> [String] {
        row.variables.filter { $0.fingerprint.map(old.contains) ?? false }.map(\.name)
    }
}
