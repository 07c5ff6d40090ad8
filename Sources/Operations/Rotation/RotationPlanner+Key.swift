import Inventory

extension RotationPlanner {
    /// A key is rotated on demand; with a successor, the alias is pointed to it.
    func key(_ id: String, _ request: RotationRequest) async throws(CallFailure) -> Plan {
        func refused(_ words: String) -> CallFailure { CallFailure(.refused, OperationFailure(.usage, words)) }
        guard let keys else { throw refused("\(request.subject): keys cannot be planned here") }
        let state = try await keys.state(of: id)
        guard state.manager != "AWS" else { throw refused("key \(id) belongs to AWS, which rotates it every year") }
        guard state.isEnabled else { throw refused("key \(id) is not enabled") }
        var plan = draft(.rotateKey, request.subject, rollout: request.rollout)
        plan.warnings.append(
            "after a leak this is no remedy: whoever has a plaintext or a data key keeps it. That takes a new value, or a new "
                + "data key with the payload encrypted anew and the code updated (curtain envelope renew)")
        if let successor = request.successorKey {
            guard id.hasPrefix("alias/") else {
                throw refused("only an alias can be pointed to another key: key:alias/NAME")
            }
            let other = try await keys.state(of: successor)
            guard other.isEnabled else { throw refused("key \(successor) is not enabled") }
            guard other.id != state.id else { throw refused("\(id) names that key already") }
            guard other.spec == state.spec, other.usage == state.usage else {
                throw refused(
                    "key \(successor) is \(other.spec ?? "") for \(other.usage ?? ""), \(id) names one that is "
                        + "\(state.spec ?? "") for \(state.usage ?? "")")
            }
            plan.key = PlannedKey(key: state.id, rotations: state.rotations, successor: other.id)
            plan.opening = [
                PlanStep(.pointKeyAlias, .key(id: id), call: "kms:UpdateAlias \(id) to \(other.id), from \(state.id)")
            ]
            plan.warnings.append(
                "what is encrypted under \(state.id) stays so, and needs that key until it is encrypted anew; roles and "
                    + "policies that name the key and not the alias need the other one too")
        } else {
            guard state.spec == "SYMMETRIC_DEFAULT", state.origin != "AWS_CLOUDHSM",
                state.origin != "EXTERNAL_KEY_STORE"
            else {
                throw refused(
                    "key \(id) cannot be rotated on demand (\(state.spec ?? ""), \(state.origin ?? "")): make another key "
                        + "and point the alias to it with --to-key")
            }
            guard state.rotations < 25 else {
                throw refused("key \(id) has had its 25 rotations on demand; make another key and use --to-key")
            }
            plan.key = PlannedKey(key: state.id, rotations: state.rotations)
            plan.opening = [PlanStep(.rotateKey, .key(id: state.id), call: "kms:RotateKeyOnDemand \(state.id)")]
            plan.cannotUndo.append("the new key material; what was encrypted before can still be decrypted")
        }
        return finished(plan)
    }
}
