import SensitiveMemory

/// The variables of $LATEST get the new value, and the marker the plan's id, all in one write. Back: the variables as the
/// kept version has them.
struct UpdateEnvironment: StepWork {
    struct Move: Sendable {
        let function: String
        let revision: String
        let changes: [String: SecretBytes?]
    }

    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Move> {
        let lane = try context.lane
        let state = try await context.tools.functions.state(of: lane.function, qualifier: nil)
        if let error = state.environmentError {
            return .failed("AWS cannot read the variables of \(lane.function), so nothing is written: \(error)")
        }
        switch direction {
        case .forward: return try await lookForward(lane, state, trace)
        case .back: return try await lookBack(lane, state)
        }
    }

    func act(_ move: Move) async throws(CallFailure) -> ActAnswer {
        let (state, receipt) = try await context.tools.functions.setVariables(
            move.changes, of: move.function, revision: move.revision)
        // Back is over when the update is.
        return ActAnswer(receipt, reached: state.hasMarker(of: context) ? facts(state) : nil)
    }

    private func lookForward(
        _ lane: FunctionLane, _ state: FunctionState, _ trace: PlanProgress.Trace
    ) async throws(CallFailure) -> Sight<Move> {
        if state.hasMarker(of: context), trace.attempts > 0 {
            for change in lane.changes where try await !holds(change, state, lane.function) {
                return .person("\(change.variable) of \(lane.function) was changed by someone else meanwhile")
            }
            return .reached(facts(state))
        }
        let expected: String
        if let known = trace.facts[.revision] {
            expected = known
        } else {
            let reference = context.step.reference
            expected = await context.state.fact(.revision, of: .keepFunctionVersion, reference) ?? lane.revision
        }
        guard state.revision == expected else {
            return .moved("\(lane.function) was changed by someone else; make a new plan")
        }
        switch state.updateStatus {
        case "InProgress": return .waiting("an update of \(lane.function) is in progress")
        case "Failed": return .moved("the last update of \(lane.function) failed: \(state.updateReason ?? "")")
        default: break
        }
        var changes: [String: SecretBytes?] = [FunctionLane.marker: try context.bytes(context.plan.id.text)]
        var facts = facts(state)
        for change in lane.changes {
            let bytes = try await context.content(of: change, in: lane.function)
            changes[change.variable] = .some(bytes)
            if let bytes, change.content == .value(pointer: nil) {
                facts[.fingerprint] = await context.values.fingerprint(bytes).hex
            }
        }
        return .ready(Move(function: lane.function, revision: state.revision, changes: changes), facts)
    }

    /// Whether the variable holds what the plan puts there.
    private func holds(
        _ change: FunctionLane.Change, _ state: FunctionState, _ function: String
    ) async throws(CallFailure) -> Bool {
        let actual = state.variables[change.variable]
        switch change.content {
        case .value(let pointer):
            return await actual == context.values.fingerprint(try await context.values.new(pointer))
        case .text(let text): return actual == context.tools.fingerprints.fingerprint(ofName: text)
        case .removed: return actual == nil
        case .reEncrypted(let key):
            // A ciphertext is another each time: it is ours if it is not the former one and is under the key.
            guard
                let text = try await context.tools.functions.value(of: change.variable, in: function, qualifier: nil)
            else { return false }
            defer { text.wipe() }
            let again = try await context.ciphers.reEncrypt(text, under: key, of: function)
            defer { again.text.wipe() }
            guard again.formerKey == again.key, let kept = await context.keptVersion(try context.lane) else {
                return false
            }
            let former = try await context.tools.functions.state(of: function, qualifier: kept)
            return actual != former.variables[change.variable]
        case .ciphertext(_, let pointer):
            guard
                let text = try await context.tools.functions.value(
                    of: change.variable, in: function, qualifier: nil)
            else { return false }
            defer { text.wipe() }
            let plain = try await context.ciphers.decrypt(text, of: function)
            defer { plain.wipe() }
            return plain.isSame(as: try await context.values.new(pointer))
        }
    }

    private func lookBack(_ lane: FunctionLane, _ state: FunctionState) async throws(CallFailure) -> Sight<Move> {
        guard state.hasMarker(of: context) else {
            return switch state.updateStatus {
            case "InProgress": .waiting("\(lane.function) is being updated")
            case "Failed": .failed("\(lane.function): \(state.updateReason ?? "the update failed")")
            default: .reached(facts(state))
            }
        }
        if state.updateStatus == "InProgress" { return .waiting("\(lane.function) is being updated") }
        var changes: [String: SecretBytes?] = [:]
        if let kept = await context.keptVersion(lane) {
            let names = lane.changes.filter { !$0.isNew }.map(\.variable) + [FunctionLane.marker]
            for name in names {
                let value = try await context.tools.functions.value(of: name, in: lane.function, qualifier: kept)
                changes[name] = .some(value)
            }
        }
        for change in lane.changes where change.isNew { changes[change.variable] = .some(nil) }
        // Without an alias the sandboxes of $LATEST must start anew on the way back, too.
        if lane.routes.isEmpty { changes[FunctionLane.marker] = try context.bytes("\(context.plan.id).back") }
        return .ready(Move(function: lane.function, revision: state.revision, changes: changes), facts(state))
    }

    private func facts(_ state: FunctionState) -> Facts { [.revision: state.revision] }
}

extension FunctionState {
    /// Whether the marker variable holds the plan's id. The variables are written in one call with it, so it tells of
    /// them all.
    func hasMarker(of context: StepContext) -> Bool {
        variables[FunctionLane.marker] == context.tools.fingerprints.fingerprint(ofName: context.plan.id.text)
    }
}

extension StepContext {
    /// What the plan puts into a variable; nil if it takes it away.
    func content(of change: FunctionLane.Change, in function: String) async throws(CallFailure) -> SecretBytes? {
        switch change.content {
        case .value(let pointer): return try await values.new(pointer)
        case .text(let text): return try bytes(text)
        case .ciphertext(let key, let pointer):
            return try await ciphers.encrypt(try await values.new(pointer), under: key, for: function)
        case .reEncrypted(let key):
            guard let text = try await tools.functions.value(of: change.variable, in: function, qualifier: nil) else {
                throw CallFailure(
                    .missing, OperationFailure(.notFound, "\(function) has no variable \(change.variable) any more"))
            }
            defer { text.wipe() }
            return try await ciphers.reEncrypt(text, under: key, of: function).text
        case .removed: return nil
        }
    }

    /// What encrypts and decrypts with KMS keys.
    var ciphers: any VariableEncrypting {
        get throws(CallFailure) {
            guard let ciphers = tools.ciphers else {
                throw CallFailure(.refused, OperationFailure(.ownFault, "\(step.key): nothing here can use KMS"))
            }
            return ciphers
        }
    }

    /// Text that is no secret, in the form in which variables are written.
    func bytes(_ text: String) throws(CallFailure) -> SecretBytes {
        var text = text
        do {
            return try text.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) }
        } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the environment"))
        }
    }
}
