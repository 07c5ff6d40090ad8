extension ContainmentPlan {
    /// `disable-key key:ID`: after the rotation, when nothing that is needed is encrypted with it any more.
    ///
    /// - Parameter evenInUse: whether the person has said that everything encrypted with it may stop.
    static func disableKey(_ facts: KeyFacts, evenInUse: Bool) throws(OperationFailure) -> ContainmentPlan {
        guard facts.manager != "AWS" else {
            throw denied("will not disable \(facts.id): AWS manages it and it cannot be disabled")
        }
        guard facts.dependents.isEmpty || evenInUse else {
            let some = facts.dependents.prefix(5).joined(separator: ", ")
            let more = facts.dependents.count > 5 ? " and \(facts.dependents.count - 5) more" : ""
            throw denied(
                "will not disable \(facts.id): \(some)\(more) are still encrypted with it and would stop; move them to"
                    + " another key first, or say --even-in-use")
        }
        var also = facts.dependents.map { "\($0) is encrypted with it and stops" }
        also += facts.grants.map { "grant: \($0)" }
        also.append("last use: " + (facts.lastUse ?? "none known; CloudTrail tells 90 days of this region"))
        also.append("ciphertexts elsewhere (variables, tables, buckets) cannot be found from here")
        also.append("a plaintext or data key that leaked stays readable: disabling does not help against it")
        return ContainmentPlan(
            .disableKey, "key:" + facts.id, name: facts.id,
            effect: "nothing is encrypted or decrypted with \(facts.id) any more", also: also,
            steps: [
                Containment.Step(
                    .key(id: facts.id, enabled: false), before: .key(id: facts.id, enabled: facts.isEnabled))
            ])
    }
}
