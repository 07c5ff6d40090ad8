import Inventory
import SensitiveMemory

extension RunValues {
    /// The value in a store that the plan has made; nil if it is not there yet.
    func created(_ store: Reference) async throws(CallFailure) -> FetchedValue? {
        switch store {
        case .secret(let name, _, _):
            do throws(CallFailure) {
                let there = try await tools.secrets.state(of: name)
                let version = await state.fact(.version, of: .createSecret, store) ?? state.plan.token
                guard there.labels[version] != nil, !there.isBeingDeleted else { return nil }
                return try await tools.secrets.value(of: name, version: version)
            } catch {
                if error.cause == .missing { return nil }
                throw error
            }
        case .parameter(let name, _):
            let trace = await state.trace(StepKey(.createParameter, store))
            guard trace.attempts > 0, let there = try await tools.parameters.state(of: name), there.version == 1 else {
                return nil
            }
            let value = try await tools.parameters.value(of: name, version: 1)
            guard fingerprint(value.bytes).hex == trace.facts[.fingerprint] else {
                value.bytes.wipe()
                return nil
            }
            return value
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            return nil
        }
    }
}

extension Plan {
    /// The store that the plan makes; nil if it makes none.
    var createdStore: Reference? {
        opening.first { $0.action == .createSecret || $0.action == .createParameter }?.reference
    }

    /// What it makes there.
    var newStore: NewStore? { change?.creates }
}
