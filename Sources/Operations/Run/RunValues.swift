import Inventory
import SensitiveMemory
import StrictJSON

/// The values that a run works with, read when they are needed, held for its length and wiped at its end.
///
/// The new value comes into being once. From then on it is looked for where a step may have put it, so that a run which
/// died is continued with the same value; only if it stands nowhere is it made or asked for.
actor RunValues {
    let state: RunState
    let tools: RunTools
    private let supply: any NewValueSupply
    private var held: [Place: FetchedValue] = [:]

    private enum Place: Hashable { case new, old, field(String) }

    init(state: RunState, tools: RunTools, supply: any NewValueSupply) {
        self.state = state
        self.tools = tools
        self.supply = supply
    }

    /// Overwrites everything that is held.
    func wipe() {
        for value in held.values { value.bytes.wipe() }
        held = [:]
    }

    /// Forgets a new value that lost against one of an earlier try; the next use reads that one.
    func forgetNew() {
        for (place, value) in held where place != .old {
            value.bytes.wipe()
            held[place] = nil
        }
    }

    /// The whole new value.
    func new() async throws(CallFailure) -> FetchedValue {
        if let value = held[.new] { return value }
        let found = try await standing()
        let value: FetchedValue
        if let found { value = found } else { value = try await made() }
        if let other = held[.new] {
            value.bytes.wipe()
            return other
        }
        held[.new] = value
        return value
    }

    /// The new value, or a field of it.
    func new(_ pointer: String?) async throws(CallFailure) -> SecretBytes {
        guard let pointer else { return try await new().bytes }
        if let value = held[.field(pointer)] { return value.bytes }
        let value = try Self.field(pointer, of: try await new())
        held[.field(pointer)] = value
        return value.bytes
    }

    /// The value that the source had when the plan was made; nil if there is none.
    func old() async throws(CallFailure) -> FetchedValue? {
        if let value = held[.old] { return value }
        let value = try await former()
        if let value { held[.old] = value }
        return value
    }

    /// The fingerprint by which journals and rows know a value.
    func fingerprint(_ value: SecretBytes) -> Fingerprint {
        value.withUnsafeBytes { tools.fingerprints.fingerprint(of: $0) }
    }

    /// The new value where a step has put it already.
    private func standing() async throws(CallFailure) -> FetchedValue? {
        let plan = state.plan
        if plan.work == .move { return try await moved() }
        if let store = plan.createdStore { return try await created(store) }
        switch plan.source {
        case .secret:
            guard case .secret(let name, _, _) = plan.subject else { return nil }
            guard try await tools.secrets.state(of: name).labels[plan.token] != nil else { return nil }
            return try await tools.secrets.value(of: name, version: plan.token)
        case .parameter, .variable:
            if let staged = try await staged() { return staged }
            if let version = await writtenVersion(), case .parameter(let name, _) = plan.subject {
                return try await tools.parameters.value(of: name, version: version)
            }
            return try await inFunction()
        case .none: return nil
        }
    }

    private func staged() async throws(CallFailure) -> FetchedValue? {
        guard state.plan.opening.contains(where: { $0.action == .stageValue }),
            let there = try await tools.parameters.state(of: state.plan.stagedName)
        else { return nil }
        return try await tools.parameters.value(of: state.plan.stagedName, version: there.version)
    }

    private func writtenVersion() async -> Int? {
        await state.fact(.version, of: .putParameterVersion, state.plan.subject).flatMap(Int.init)
    }

    /// The new value in a function that has it already, known by the fingerprint that the journal kept.
    private func inFunction() async throws(CallFailure) -> FetchedValue? {
        for lane in state.plan.lanes {
            let trace = await state.trace(StepKey(.updateEnvironment, .function(name: lane.function)))
            guard trace.attempts > 0, let print = trace.facts[.fingerprint],
                let change = lane.changes.first(where: { $0.content == .value(pointer: nil) })
            else { continue }
            let function = try await tools.functions.state(of: lane.function, qualifier: nil)
            guard function.variables[change.variable]?.hex == print,
                let value = try await tools.functions.value(
                    of: change.variable, in: lane.function, qualifier: nil)
            else { continue }
            return FetchedValue(bytes: value, version: nil, requestID: "", isBinary: false)
        }
        return nil
    }

    private func made() async throws(CallFailure) -> FetchedValue {
        let value = try await whole()
        do throws(OperationFailure) { try ValueLimit.check(value.bytes, for: state.plan) } catch {
            value.bytes.wipe()
            throw CallFailure(.refused, error)
        }
        return value
    }

    /// The new value as its store will have it: where only a field is new, the old value with it.
    private func whole() async throws(CallFailure) -> FetchedValue {
        guard let recipe = state.plan.recipe else {
            throw CallFailure(.refused, OperationFailure(.ownFault, "\(state.plan.id) has no new value"))
        }
        let new: FetchedValue
        switch recipe {
        case .version(let version): new = try await older(version)
        case .unchanged:
            guard let old = try await old() else {
                throw CallFailure(.missing, OperationFailure(.notFound, "\(state.plan.subject) has no value"))
            }
            return try Self.unchanged(old, state.plan)
        case .generated(let value) where value.isByService:
            guard let passwords = tools.passwords else {
                throw CallFailure(
                    .refused, OperationFailure(.ownFault, "Secrets Manager cannot be asked for a value from here"))
            }
            new = FetchedValue(
                bytes: try await passwords.password(value), version: nil, requestID: "", isBinary: false)
        case .generated, .given, .byRotation:
            do throws(OperationFailure) {
                new = FetchedValue(
                    bytes: try await supply.newValue(recipe), version: nil, requestID: "", isBinary: false)
            } catch {
                throw CallFailure(.cancelled, error)
            }
        }
        guard let pointer = state.plan.subject.pointer else {
            if case .version = recipe { return new }
            let old = try await old()
            do throws(OperationFailure) { try ValueForm.check(new.bytes, after: old, for: state.plan) } catch {
                new.bytes.wipe()
                throw CallFailure(.refused, error)
            }
            return FetchedValue(bytes: new.bytes, version: nil, requestID: "", isBinary: old?.isBinary ?? false)
        }
        defer { new.bytes.wipe() }
        guard let old = try await old() else {
            throw CallFailure(.refused, OperationFailure(.notFound, "\(state.plan.subject) has no value yet"))
        }
        guard case .version = recipe else {
            return state.plan.change?.field == .added
                ? try Self.adding(pointer, to: old, new.bytes) : try Self.replacing(pointer, of: old, with: new.bytes)
        }
        let field = try Self.field(pointer, of: new)
        defer { field.bytes.wipe() }
        return try Self.replacing(pointer, of: old, with: field.bytes)
    }

    /// What a former version of the source holds.
    private func older(_ version: String) async throws(CallFailure) -> FetchedValue {
        switch state.plan.subject {
        case .secret(let name, _, _): return try await tools.secrets.value(of: name, version: version)
        case .parameter(let name, _):
            guard let number = Int(version) else {
                throw CallFailure(.refused, OperationFailure(.usage, "\(version) is no version of \(name)"))
            }
            return try await tools.parameters.value(of: name, version: number)
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            throw CallFailure(
                .refused, OperationFailure(.usage, "\(state.plan.subject) has no versions that could be restored"))
        }
    }

    private func former() async throws(CallFailure) -> FetchedValue? {
        let plan = state.plan
        switch (plan.source, plan.subject) {
        case (.secret(_, let current, _, _), .secret(let name, _, _)):
            return try await tools.secrets.value(of: name, version: current)
        case (.parameter(let version, _), .parameter(let name, _)):
            return try await tools.parameters.value(of: name, version: version)
        case (.variable, .variable(let function, _, let variable)):
            let lane = plan.lanes.first { $0.function == function }
            let kept = await state.fact(.version, of: .keepFunctionVersion, .function(name: function))
            return try await tools.functions.value(
                of: variable, in: function, qualifier: lane?.keptVersion ?? kept
            ).map { FetchedValue(bytes: $0, version: nil, requestID: "", isBinary: false) }
        case (_, _): return nil
        }
    }

    private static func field(_ pointer: String, of value: FetchedValue) throws(CallFailure) -> FetchedValue {
        let copy: FetchedValue
        do {
            copy = FetchedValue(
                bytes: try value.bytes.withUnsafeBytes { try SecretBytes(copying: $0) }, version: value.version,
                requestID: value.requestID, isBinary: value.isBinary)
        } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the value"))
        }
        do throws(OperationFailure) {
            return try copy.field(of: .secret(name: "", pointer: pointer))
        } catch {
            throw CallFailure(.refused, error)
        }
    }

    static func replacing(
        _ pointer: String, of value: FetchedValue, with new: SecretBytes
    ) throws(CallFailure) -> FetchedValue {
        do {
            let bytes = try JSONDocument(copying: value.bytes).replacing(JSONPointer(pointer), with: new)
            guard let bytes else {
                throw CallFailure(.refused, OperationFailure(.notFound, "the value has no field \(pointer)"))
            }
            return FetchedValue(bytes: bytes, version: nil, requestID: "", isBinary: false)
        } catch let failure as CallFailure {
            throw failure
        } catch is JSONError {
            throw CallFailure(.refused, OperationFailure(.notFound, "the value is not JSON and has no fields"))
        } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the value"))
        }
    }
}

extension Plan {
    /// The SecureString in which the plan keeps the new value while nothing else holds it.
    var stagedName: String { "/curtain/plans/\(id)/new" }
}
