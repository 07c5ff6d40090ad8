import Inventory

extension RotationPlanner {
    /// A key is rotated on demand; with a successor, the alias is pointed to it. What stands under it in variables is
    /// encrypted anew if that is asked for.
    func key(_ id: String, _ request: RotationRequest) async throws(CallFailure) -> Plan {
        guard let keys else { throw Self.refused("\(request.subject): keys cannot be planned here") }
        let state = try await keys.state(of: id)
        guard state.manager != "AWS" else {
            throw Self.refused("key \(id) belongs to AWS, which rotates it every year")
        }
        guard state.isEnabled else { throw Self.refused("key \(id) is not enabled") }
        var plan = draft(.rotateKey, request.subject, rollout: request.wishes.rollout)
        plan.warnings.append(
            "after a leak this is no remedy: whoever has a plaintext or a data key keeps it. That takes a new value, or a new "
                + "data key with the payload encrypted anew and the code updated (curtain envelope renew)")
        if let successor = request.successorKey {
            try await replace(id, state, by: keys.state(of: successor), request, &plan)
        } else {
            try rotate(id, state, &plan)
        }
        if request.reEncrypts { try await addCiphertexts(of: state, request, to: &plan) }
        return finished(plan)
    }

    static func refused(_ words: String) -> CallFailure { CallFailure(.refused, OperationFailure(.usage, words)) }

    /// An alias names the other key; of a key that was named by its id only ciphertexts can go there.
    private func replace(
        _ id: String, _ state: KeyRotationState, by other: KeyRotationState, _ request: RotationRequest,
        _ plan: inout Plan
    ) throws(CallFailure) {
        let isAlias = id.hasPrefix("alias/")
        guard isAlias || request.reEncrypts else {
            throw Self.refused(
                "only an alias can be pointed to another key, key:alias/NAME; --re-encrypt brings the ciphertexts of key \(id) "
                    + "there")
        }
        guard other.isEnabled else { throw Self.refused("key \(other.id) is not enabled") }
        guard other.id != state.id || !isAlias else { throw Self.refused("\(id) names that key already") }
        guard other.spec == state.spec, other.usage == state.usage else {
            throw Self.refused(
                "key \(other.id) is \(other.spec ?? "") for \(other.usage ?? ""), \(id) names one that is "
                    + "\(state.spec ?? "") for \(state.usage ?? "")")
        }
        plan.key = PlannedKey(key: state.id, rotations: state.rotations, successor: other.id)
        if isAlias {
            plan.opening = [
                PlanStep(.pointKeyAlias, .key(id: id), call: "kms:UpdateAlias \(id) to \(other.id), from \(state.id)")
            ]
        }
        guard other.id != state.id else { return }
        plan.warnings.append(
            "what is encrypted under \(state.id) stays so, and needs that key until it is encrypted anew; roles and "
                + "policies that name the key and not the alias need the other one too")
    }

    private func rotate(_ id: String, _ state: KeyRotationState, _ plan: inout Plan) throws(CallFailure) {
        guard state.spec == "SYMMETRIC_DEFAULT", state.origin != "AWS_CLOUDHSM", state.origin != "EXTERNAL_KEY_STORE"
        else {
            throw Self.refused(
                "key \(id) cannot be rotated on demand (\(state.spec ?? ""), \(state.origin ?? "")): make another key "
                    + "and point the alias to it with --to-key")
        }
        guard state.rotations < 25 else {
            throw Self.refused("key \(id) has had its 25 rotations on demand; make another key and use --to-key")
        }
        plan.key = PlannedKey(key: state.id, rotations: state.rotations)
        plan.opening = [PlanStep(.rotateKey, .key(id: state.id), call: "kms:RotateKeyOnDemand \(state.id)")]
        plan.cannotUndo.append("the new key material; what was encrypted before can still be decrypted")
    }
}
