/// The plan that follows a finding or an answer of `advise`: the command that makes it, and what the store costs before
/// and after it. Making a plan changes nothing.
public struct FollowingPlan: Sendable, Equatable {
    /// What the plan does, where it needs no further answer.
    public enum Work: Sendable, Hashable {
        case rotate(Reference)
        case move(Reference, to: SecretStore)
        case delete(Reference)
        case restore(Reference)
        case dropPolicies(Reference)
        /// The function starts anew.
        case redeploy(Reference)
        /// The function's stack is deployed, so that its dynamic references are resolved anew.
        case resolveAnew(Reference)
        /// The variable gets another value.
        case set(Reference)

        public var subject: Reference {
            switch self {
            case .rotate(let subject), .move(let subject, _), .delete(let subject), .restore(let subject),
                .dropPolicies(let subject), .redeploy(let subject), .resolveAnew(let subject), .set(let subject):
                subject
            }
        }
    }

    public let command: String
    /// nil where the command has a place to be filled in.
    public let work: Work?
    /// US dollars a month for what the plan is about; nil where it does not change what is stored.
    public let monthlyBefore: Double?
    public let monthlyAfter: Double?

    init(_ command: String, _ work: Work? = nil, _ before: Double? = nil, _ after: Double? = nil) {
        self.command = command
        self.work = work
        monthlyBefore = before
        monthlyAfter = after
    }
}

extension FollowingPlan {
    /// New sandboxes, and a version behind each alias that is published anew.
    public static func redeploy(_ function: String) -> FollowingPlan {
        let reference = Reference.function(name: function)
        return FollowingPlan("curtain plan redeploy \(reference.shellWord)", .redeploy(reference))
    }

    /// The same by the stack, which takes what is current.
    public static func resolveAnew(_ function: String) -> FollowingPlan {
        let reference = Reference.function(name: function)
        return FollowingPlan("curtain plan redeploy \(reference.shellWord) --deploy-stacks", .resolveAnew(reference))
    }

    /// The variable itself: a version of the function is frozen.
    public static func set(_ function: String, _ variable: String) -> FollowingPlan {
        let reference = Reference.variable(function: function, name: variable)
        return FollowingPlan("curtain plan set \(reference.shellWord)", .set(reference))
    }
}

extension Finding {
    /// nil where no plan of curtain's mends it; `fix` then says what does.
    public var plan: FollowingPlan? {
        guard let reference else { return nil }
        let thing = reference.shellWord
        let secret = AWSFact.secretMonth.value
        switch (rule, reference) {
        case (.plainSecret, .variable), (.plainParameter, .parameter):
            return FollowingPlan(
                "curtain plan move \(thing) --to parameter", .move(reference, to: .parameterStore), 0, 0)
        case (.sharedSecret, .variable):
            return FollowingPlan(
                "curtain plan move \(thing) --to secret", .move(reference, to: .secretsManager), 0, secret)
        case (.noRotation, .secret), (.rotationOverdue, .secret):
            return FollowingPlan("curtain plan rotate \(thing) --overlap", .rotate(reference), secret, secret)
        case (.noRotation, .parameter):
            return FollowingPlan("curtain plan rotate \(thing) --overlap", .rotate(reference))
        case (.pendingVersion, .secret):
            return FollowingPlan("curtain plan rotate \(thing) --overlap --clear-pending", nil, secret, secret)
        case (.unusedSecret, .secret):
            return FollowingPlan("curtain plan set \(thing) --delete", .delete(reference), secret, 0)
        case (.deletedInUse, .secret):
            return FollowingPlan("curtain plan set \(thing) --restore", .restore(reference), 0, secret)
        case (.expiringParameter, .parameter):
            let advanced = AWSFact.advancedParameterMonth.value
            return FollowingPlan(
                "curtain plan set \(thing) --policies none", .dropPolicies(reference), advanced, advanced)
        case (.defaultKey, .secret):
            // A customer key of its own; one that is there already costs nothing more.
            return FollowingPlan(
                "curtain plan set \(thing) --key alias/NAME", nil, secret, secret + AWSFact.keyMonth.value)
        case (.defaultKey, .parameter):
            return FollowingPlan("curtain plan set \(thing) --key alias/NAME", nil, 0, AWSFact.keyMonth.value)
        case (_, _): return nil
        }
    }
}

extension Reference {
    /// As a word of a shell: quoted where a shell would take a part of it for something else.
    public var shellWord: String {
        let plain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "/:._-@%+=,".utf8.contains(byte)
        }
        return plain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
