import Inventory
import SensitiveMemory
import StrictJSON

extension RunValues {
    /// The value that is moved: where it arrives, if it is there already, else where it comes from.
    func moved() async throws(CallFailure) -> FetchedValue? {
        if let store = state.plan.createdStore, let value = try await created(store) { return value }
        if let value = try await origin() { return value }
        return try await arrived()
    }

    /// The value in its old place; nil if it is no longer there.
    func origin() async throws(CallFailure) -> FetchedValue? {
        let plan = state.plan
        do throws(CallFailure) {
            switch (plan.source, plan.subject) {
            case (.secret(_, let current, _, _), .secret(let name, _, _)):
                guard try await !tools.secrets.state(of: name).isBeingDeleted else { return nil }
                return try await tools.secrets.value(of: name, version: current)
            case (.parameter(let version, _), .parameter(let name, _)):
                return try await tools.parameters.value(of: name, version: version)
            case (.variable, .variable(let function, _, _)):
                let variables = plan.move?.removals.first { $0.function == function }?.variables ?? []
                return try await value(of: variables.filter { $0.holding != .name }, in: function)
            case (_, _): return nil
            }
        } catch {
            if error.cause == .missing { return nil }
            throw error
        }
    }

    /// The value in its new place; nil if it is not there yet.
    func arrived() async throws(CallFailure) -> FetchedValue? {
        if let store = state.plan.createdStore { return try await created(store) }
        for lane in state.plan.lanes {
            let variables = lane.changes.compactMap { change -> PlannedMove.Removal.Variable? in
                switch change.content {
                case .value(let pointer): .init(name: change.variable, .value, pointer: pointer)
                case .ciphertext(_, let pointer): .init(name: change.variable, .ciphertext, pointer: pointer)
                case .text, .reEncrypted, .removed: nil
                }
            }
            if let value = try await value(of: variables, in: lane.function) { return value }
        }
        return nil
    }

    /// What the variables hold: the one value, or a JSON object of the fields that they are.
    private func value(
        of variables: [PlannedMove.Removal.Variable], in function: String
    ) async throws(CallFailure) -> FetchedValue? {
        guard !variables.isEmpty else { return nil }
        var parts: [(pointer: String?, bytes: SecretBytes)] = []
        for variable in variables {
            guard
                let held = try await tools.functions.value(of: variable.name, in: function, qualifier: nil)
            else { return nil }
            guard variable.holding == .ciphertext else {
                parts.append((variable.pointer, held))
                continue
            }
            defer { held.wipe() }
            guard let ciphers = tools.ciphers else { return nil }
            parts.append((variable.pointer, try await ciphers.decrypt(held, of: function)))
        }
        if parts.count == 1, parts[0].pointer == nil {
            return FetchedValue(bytes: parts[0].bytes, version: nil, requestID: "", isBinary: false)
        }
        defer { for part in parts { part.bytes.wipe() } }
        return FetchedValue(bytes: try Self.object(parts), version: nil, requestID: "", isBinary: false)
    }

    /// A JSON object with these members, in the order of their names.
    static func object(_ parts: [(pointer: String?, bytes: SecretBytes)]) throws(CallFailure) -> SecretBytes {
        do {
            var object = try [UInt8]("{}".utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
            for part in parts.sorted(by: { ($0.pointer ?? "") < ($1.pointer ?? "") }) {
                let longer = try JSONDocument(copying: object)
                    .adding(JSONPointer(part.pointer ?? "/"), string: part.bytes)
                object.wipe()
                guard let longer else {
                    throw CallFailure(.refused, OperationFailure(.usage, "two variables have the same name"))
                }
                object = longer
            }
            return object
        } catch let failure as CallFailure {
            throw failure
        } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the value"))
        }
    }
}
