import Inventory
import SensitiveMemory

extension RotationPlanner {
    /// The functions whose variables hold a ciphertext under the key. A ciphertext does not name its key in clear: KMS is
    /// asked, by encrypting it anew for nobody, which changes nothing and shows no plaintext.
    func addCiphertexts(
        of state: KeyRotationState, _ request: RotationRequest, to plan: inout Plan
    ) async throws(CallFailure) {
        guard let ciphers else { throw Self.refused("\(request.subject): nothing here can use KMS") }
        let others = ["SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"]
        guard !others.contains(state.usage ?? "") else { throw Self.refused("key \(state.id) encrypts nothing") }
        let key = plan.key?.successor ?? state.id
        var held = 0
        for row in facts.functions {
            guard case .function(let name, _) = row.common.reference else { continue }
            var changes: [FunctionLane.Change] = []
            for variable in row.variables where variable.source == .ciphertext {
                let reference = Reference.variable(function: name, name: variable.name)
                do throws(CallFailure) {
                    guard try await former(variable.name, name, under: key, ciphers) == state.id else { continue }
                } catch {
                    plan.leftOut.append(PlanOmission(reference: reference, why: Self.words(error)))
                    continue
                }
                changes.append(FunctionLane.Change(variable: variable.name, .reEncrypted(key: key)))
                plan.holders.append(
                    PlanHolder(
                        reference: reference, holds: "a ciphertext under \(state.id)",
                        end: request.wishes.excluded.contains(name) ? "stays, as asked" : "encrypted anew under \(key)")
                )
            }
            guard !changes.isEmpty else { continue }
            held += 1
            try await add(FunctionChange(function: name, changes: changes), to: &plan, request)
        }
        guard held > 0 || !plan.opening.isEmpty else { throw CallFailure(.refused, Self.nothing(plan)) }
        let moved = plan.lanes.map(\.function)
        guard !moved.isEmpty else { return }
        plan.cannotUndo.append(
            "published versions keep ciphertexts under the former key material: \(state.id) stays enabled as long as there "
                + "are any")
        if key != state.id {
            let roles = Set(facts.functions.filter { moved.contains($0.common.name) }.compactMap(\.role))
            plan.warnings.append(
                "these roles need kms:Decrypt with \(key), by its key policy or their own, before their functions are "
                    + "changed: \(roles.sorted().joined(separator: " ")); a check that invokes tells")
        }
        plan.warnings.append(
            "ciphertexts in tables, buckets and code are not looked for: whoever wrote them encrypts them anew")
    }

    /// The id of the key that the variable's ciphertext is under.
    private func former(
        _ variable: String, _ function: String, under key: String, _ ciphers: any VariableEncrypting
    ) async throws(CallFailure) -> String? {
        guard let text = try await functions.value(of: variable, in: function, qualifier: nil) else { return nil }
        defer { text.wipe() }
        let again = try await ciphers.reEncrypt(text, under: key, of: function)
        again.text.wipe()
        return again.formerKey
    }

    private static func words(_ failure: CallFailure) -> String {
        guard failure.failure.code == "InvalidCiphertextException" else { return failure.failure.message }
        return
            "KMS cannot read it without the encryption context that its code knows, or it is no ciphertext: encrypt it anew "
            + "there"
    }
}
