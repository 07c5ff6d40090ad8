import SensitiveMemory

/// A new version of the parameter, everything else as it was; back, the old version's value as yet another version.
struct PutParameterVersion: StepWork {
    enum Move: Sendable {
        case new(String, ParameterAttributes)
        case old(String, Int, ParameterAttributes)
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let name = try context.parameterName
        guard case .parameter(let former, let attributes) = context.plan.source else {
            return .failed("the plan does not know the parameter's version")
        }
        guard let state = try await context.tools.parameters.state(of: name) else {
            return .moved("\(name) is gone")
        }
        switch direction {
        case .forward:
            if let version = trace.facts[.version].flatMap(Int.init), state.version == version {
                return .reached([.version: String(version), .former: String(former)])
            }
            if state.version == former + 1, trace.attempts > 0, try await isNew(state.version, of: name, trace) {
                return .reached([.version: String(state.version), .former: String(former)])
            }
            guard state.version == former else { return .moved("\(name) has version \(state.version) by now") }
            let print = await context.values.fingerprint(try await context.values.new().bytes).hex
            return .ready(.new(name, attributes), [.former: String(former), .fingerprint: print])
        case .back:
            guard state.version > former else { return .reached([.version: String(former)]) }
            let written = await context.state.fact(.version, of: .putParameterVersion, context.step.reference)
            if try await isOld(state.version, of: name) {
                // Where the value stays as it is, only a version behind the plan's own has the former attributes.
                // A process that died before it heard of it has left the version without its number in the journal.
                let own = written.flatMap(Int.init) ?? former + 1
                guard let attributes = context.plan.change?.former?.keptTier(of: attributes), state.version == own
                else { return .reached([.version: String(state.version)]) }
                return .ready(.old(name, own, attributes), [.former: String(state.version)])
            }
            guard written == nil || written == String(state.version) else {
                return .moved("\(name) has version \(state.version), which is not the plan's")
            }
            let restored = context.plan.change?.former?.keptTier(of: attributes) ?? attributes
            return .ready(.old(name, former, restored), [.former: String(former)])
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let parameters = context.tools.parameters
        switch move {
        case .new(let name, let attributes):
            let value = try await context.values.new()
            let (version, receipt) = try await parameters.put(
                value.bytes, in: name, attributes: attributes, overwrites: true)
            guard case .parameter(let former, _) = context.plan.source, version == former + 1 else {
                throw CallFailure(
                    .changed,
                    OperationFailure(.tryAgain, "\(name) was written by someone else at the same moment"))
            }
            return ActAnswer(receipt, reached: [.version: String(version), .former: String(former)])
        case .old(let name, let former, let attributes):
            let value = try await parameters.value(of: name, version: former)
            defer { value.bytes.wipe() }
            return ActAnswer(
                try await parameters.put(value.bytes, in: name, attributes: attributes, overwrites: true).receipt)
        }
    }

    /// Whether the version holds what the intent was about, known by its fingerprint.
    private func isNew(
        _ version: Int, of name: String, _ trace: PlanProgress.Trace
    ) async throws(CallFailure) -> Bool {
        let value = try await context.tools.parameters.value(of: name, version: version)
        defer { value.bytes.wipe() }
        return await context.values.fingerprint(value.bytes).hex == trace.facts[.fingerprint]
    }

    private func isOld(_ version: Int, of name: String) async throws(CallFailure) -> Bool {
        let value = try await context.tools.parameters.value(of: name, version: version)
        defer { value.bytes.wipe() }
        guard let old = try await context.values.old() else { return false }
        return old.bytes.isSame(as: value.bytes)
    }
}

extension ParameterAttributes {
    /// The same in the tier of the others if that is advanced: AWS makes no standard parameter of an advanced one.
    fileprivate func keptTier(of others: ParameterAttributes) -> ParameterAttributes {
        guard others.tier == "Advanced" else { return self }
        var attributes = self
        attributes.tier = others.tier
        return attributes
    }
}
