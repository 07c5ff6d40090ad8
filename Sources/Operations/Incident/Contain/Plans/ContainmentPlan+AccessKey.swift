import FoundationEssentials

extension ContainmentPlan {
    /// `deactivate accesskey:ID`: the key first, so that it makes no new sessions, then the sessions that it made.
    ///
    /// Throws `denied` where it would lock out the responder.
    static func deactivate(_ facts: AccessKeyFacts, by responder: Responder, now: Date) throws(OperationFailure)
        -> ContainmentPlan
    {
        try refuseOwnKey(facts.id, of: responder)
        if responder.user == facts.user, responder.isTemporary {
            throw denied(
                "will not deactivate \(facts.id): its user \(facts.user) is the one you work as, and denying the user's"
                    + " sessions would end yours; use another identity")
        }
        var also = ["sessions of user \(facts.user) that were issued before now, whatever key made them"]
        if !facts.otherActiveKeys.isEmpty {
            also.append(
                "not hit, still active: \(facts.otherActiveKeys.joined(separator: ", ")) of the same user")
        }
        also.append("role sessions that the key assumed: deny-sessions role:NAME ends those")
        if let used = facts.lastUsed {
            also.append(
                "last used \(used.formatted(Date.ISO8601FormatStyle()))"
                    + (facts.lastService.map { " for \($0)" } ?? "") + (facts.lastRegion.map { " in \($0)" } ?? "")
                    + ": whoever that was stops working")
        }
        return ContainmentPlan(
            .deactivate, "accesskey:" + facts.id, name: facts.id,
            effect:
                "access key \(facts.id) of user \(facts.user) signs nothing any more, and neither do the user's sessions",
            also: also,
            steps: [
                Containment.Step(
                    .accessKey(id: facts.id, user: facts.user, active: false),
                    before: .accessKey(id: facts.id, user: facts.user, active: facts.isActive)),
                Containment.Step(
                    .userPolicy(
                        user: facts.user, name: SessionDenial.name, document: SessionDenial.document(before: now)),
                    before: .userPolicy(user: facts.user, name: SessionDenial.name, document: facts.sessionPolicy))
            ])
    }

    /// Throws unless the key is a long-lived one that is not one's own. Asked before AWS is.
    static func refuseOwnKey(_ id: String, of responder: Responder) throws(OperationFailure) {
        guard !responder.accessKeyIDs.contains(id) else {
            throw denied("will not deactivate \(id): you work with it; use another identity")
        }
        guard !id.hasPrefix("ASIA") else {
            throw OperationFailure(
                .usage,
                "\(id) is a session's key, which cannot be made inactive; deny its role's or user's sessions:"
                    + " incident contain deny-sessions role:NAME")
        }
    }
}
