import FoundationEssentials

extension ContainmentPlan {
    /// `deny-sessions role:NAME` or `user:NAME`.
    static func denySessions(_ facts: PrincipalFacts, by responder: Responder, now: Date) throws(OperationFailure)
        -> ContainmentPlan
    {
        try refusePrincipal(facts.name, isRole: facts.isRole, arn: facts.arn, of: responder)
        let kind = facts.isRole ? "role" : "user"
        var also: [String] = ["everyone whose session of \(facts.name) was issued before now, not only the intruder"]
        let document = SessionDenial.document(before: now)
        var steps = [
            Containment.Step(
                facts.isRole
                    ? .rolePolicy(role: facts.name, name: SessionDenial.name, document: document)
                    : .userPolicy(user: facts.name, name: SessionDenial.name, document: document),
                before: facts.isRole
                    ? .rolePolicy(role: facts.name, name: SessionDenial.name, document: facts.sessionPolicy)
                    : .userPolicy(user: facts.name, name: SessionDenial.name, document: facts.sessionPolicy))
        ]
        for function in facts.functions {
            also.append(
                "\(function.name) runs as it: its warm sandboxes keep the denied credentials until new ones start")
            steps.append(
                Containment.Step(
                    .description(function: function.name, text: touched(function.description, now)),
                    before: .description(function: function.name, text: function.description)))
            if function.hasPublishedVersions {
                also.append(
                    "published versions of \(function.name) are not restarted by that: they fail until Lambda"
                        + " recycles their sandboxes, or until a new version is published and shifted to")
            }
        }
        return ContainmentPlan(
            .denySessions, "\(kind):\(facts.name)", name: facts.name,
            effect: "sessions of \(kind) \(facts.name) from before now may do nothing; new ones work as before",
            also: also, steps: steps)
    }

    /// Throws `denied` for what nobody may be locked out of: service-linked roles, those of IAM Identity Center, and
    /// every role or user of one's own chain. Asked with the name alone before AWS is, and again with the ARN.
    static func refusePrincipal(
        _ name: String, isRole: Bool, arn: String? = nil, of responder: Responder
    ) throws(OperationFailure) {
        let path = arn ?? ""
        if isRole {
            if name.hasPrefix("AWSServiceRoleFor") || path.contains(":role/aws-service-role/") {
                throw denied(
                    "will not deny the sessions of \(name): it is a service-linked role, an AWS service needs it")
            }
            if name.hasPrefix("AWSReservedSSO_") || path.contains(":role/aws-reserved/") {
                throw denied(
                    "will not deny the sessions of \(name): it is a role of IAM Identity Center and would lock its"
                        + " people out; remove the assignment there")
            }
            if responder.roles.contains(name) {
                throw denied("will not deny the sessions of \(name): you work through that role; use another identity")
            }
        } else if responder.user == name {
            throw denied("will not deny the sessions of \(name): you work as that user; use another identity")
        }
    }

    /// A description of at most 256 characters that differs from the one before.
    private static func touched(_ description: String, _ now: Date) -> String {
        let mark = " [new sandboxes \(now.formatted(Date.ISO8601FormatStyle()))]"
        return String(description.prefix(256 - mark.count)) + mark
    }
}
