extension ContainmentPlan {
    static let restrictionSid = "CurtainRestrictReading"

    /// `restrict-secret secret:NAME`: one more statement beside those that are there. The rotation function and the
    /// responder still read.
    ///
    /// - Parameter exempt: further ARNs or patterns that still read.
    static func restrictSecret(
        _ facts: SecretFacts, by responder: Responder, exempt: [String] = []
    ) throws(OperationFailure) -> ContainmentPlan {
        guard !facts.isRotated || facts.rotationRole != nil else {
            throw denied(
                "will not restrict \(facts.name): the role of its rotation function cannot be told, and rotation would"
                    + " be locked out; name it with --exempt, or allow lambda:GetFunctionConfiguration")
        }
        let readers = responder.principalPatterns + (facts.rotationRole.map { [$0] } ?? []) + exempt
        let list = readers.map(PolicyText.quoted).joined(separator: ",")
        let statement = """
            {"Sid":"\(restrictionSid)","Effect":"Deny","Principal":"*","Action":"secretsmanager:GetSecretValue",\
            "Resource":"*","Condition":{"ArnNotLike":{"aws:PrincipalArn":[\(list)]}}}
            """
        let empty = PolicyText(#"{"Version":"2012-10-17","Statement":[]}"#)
        guard let document = (facts.policy ?? empty)?.adding(statement: statement, sid: restrictionSid) else {
            throw OperationFailure(.failed, "the resource policy of \(facts.name) cannot be read; look at it by hand")
        }
        guard document.text.utf8.count <= 20_480 else {
            throw OperationFailure(.failed, "the resource policy of \(facts.name) would be over its 20,480 characters")
        }
        var also = ["every application that reads \(facts.name): its next read fails; caches hold it for up to an hour"]
        also.append("still reading: " + readers.joined(separator: ", "))
        let kept = facts.policy?.statements.count ?? 0
        also.append(
            "difference: \(kept) statement\(kept == 1 ? "" : "s") stay as they are, this is added: \(statement)")
        if !facts.replicas.isEmpty {
            also.append("not hit: the replicas in \(facts.replicas.joined(separator: ", ")) have policies of their own")
        }
        return ContainmentPlan(
            .restrictSecret, "secret:" + facts.name, name: facts.name,
            effect: "nobody reads \(facts.name) but the responder and its rotation function", also: also,
            steps: [
                Containment.Step(
                    .secretPolicy(secret: facts.name, document: document),
                    before: .secretPolicy(secret: facts.name, document: facts.policy))
            ])
    }
}
