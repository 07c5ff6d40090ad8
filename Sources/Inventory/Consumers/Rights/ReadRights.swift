import FoundationEssentials

/// Who may read which value, by the documents: decided for one reader and one thing at a time, so that an
/// administrator's right to everything takes no room.
struct ReadRights: Sendable {
    private let facts: RightsFacts
    private let evaluation = PolicyEvaluation()
    /// Each role with only those statements that speak of the action.
    private let callers: [String: [ReadAction: PolicyCaller]]
    private let roles: [String: PolicyCaller]
    let things: [Reference: ReadableThing]
    private let order: ArnOrder
    /// What is known of every request of a function, by its ARN: the same for all that it asks for.
    private var bases: [String: RequestContext] = [:]
    /// The roles and users that are no function's.
    let principals: [Reference]
    private var principalReaders: [Reference: RightsReader] = [:]

    struct RightsFacts: Sendable {
        let region: String
        let account: String
        let taken: Date
        let secretPolicies: [Reference: AccessPolicy]
        let keyAccess: [String: KeyAccess]
        let keyARNs: [String: String]
    }

    init(_ facts: AccountFacts, keys: KeyTable) {
        self.facts = RightsFacts(
            region: facts.region, account: facts.account, taken: facts.taken, secretPolicies: facts.secretPolicies,
            keyAccess: facts.keyAccess, keyARNs: keys.arns)
        roles = facts.roles
        callers = facts.roles.mapValues { caller in
            Dictionary(uniqueKeysWithValues: ReadAction.allCases.map { ($0, caller.only($0.rawValue)) })
        }
        things = ReadableThing.all(facts, keys)
        order = ArnOrder(things.values)
        principals = facts.principals.compactMap(\.reference)
        for principal in facts.principals {
            guard let reference = principal.reference else { continue }
            principalReaders[reference] = RightsReader(principal, base: base(principal, nil))
        }
        for function in facts.functions {
            guard let caller = function.role.flatMap({ facts.roles[$0] }) else { continue }
            guard let arn = function.common.arn else { continue }
            bases[arn] = base(caller, function)
        }
    }

    /// Whether the role's policies are known at all.
    func knows(role: String?) -> Bool { role.map { callers[$0] != nil } ?? false }

    /// All statements of the role's policies.
    func statements(role: String?) -> [PolicyStatement] {
        role.flatMap { roles[$0] }?.policies.flatMap(\.statements) ?? []
    }

    /// Everything that the function might read by its role: a superset, for `evidence` to decide.
    func candidates(role: String) -> [ReadableThing] {
        callers[role].map(candidates) ?? []
    }

    /// The same for a role or user that is no function's.
    func candidates(principal: Reference) -> [ReadableThing] {
        principalReaders[principal].map { candidates($0.actions) } ?? []
    }

    private func candidates(_ caller: [ReadAction: PolicyCaller]) -> [ReadableThing] {
        var found: Set<Int> = []
        for (action, caller) in caller {
            if !caller.unread.isEmpty { return order.all }
            for statement in caller.policies.flatMap(\.statements) where statement.effect == .allow {
                found.formUnion(order.covered(by: statement, byPath: action == .getParametersByPath))
                if found.count == order.all.count { return order.all }
            }
        }
        return order.things(found) + order.all.filter { named(in: $0) }
    }

    /// Whether the thing has a policy of its own that may let somebody in.
    private func named(in thing: ReadableThing) -> Bool {
        switch thing.reference {
        case .secret: !(facts.secretPolicies[thing.reference]?.statements.isEmpty ?? true)
        case .key(let id): facts.keyAccess[id] != nil
        case .function, .variable, .parameter, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
            .stack:
            false
        }
    }

    /// What lets the function read the thing; empty if nothing does.
    func evidence(function: FunctionRow, of thing: ReadableThing) -> [Evidence] {
        guard let role = function.role, let caller = callers[role] else { return [] }
        guard
            let base = function.common.arn.flatMap({ bases[$0] }) ?? roles[role].map({ base($0, function) })
        else { return [] }
        return evidence(RightsReader(actions: caller, base: base), of: thing)
    }

    /// What lets a role or user that is no function's read the thing.
    func evidence(principal: Reference, of thing: ReadableThing) -> [Evidence] {
        principalReaders[principal].map { evidence($0, of: thing) } ?? []
    }

    private func evidence(_ reader: RightsReader, of thing: ReadableThing) -> [Evidence] {
        switch thing.reference {
        case .secret: return secret(thing, reader)
        case .parameter(let name, _): return parameter(thing, name, reader)
        case .key(let id): return key(id, thing, reader)
        case .function, .variable, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            return []
        }
    }

    private func secret(
        _ thing: ReadableThing, _ asker: RightsReader
    ) -> [Evidence] {
        let policy = facts.secretPolicies[thing.reference]
        guard let reader = asker.actions[.getSecretValue],
            reader.mayReach(thing.arn) || policy?.statements.isEmpty == false
        else { return [] }
        var context = context(asker, thing)
        context.set("secretsmanager:SecretId", [thing.arn])
        let decision = evaluation.decide(
            ReadAction.getSecretValue.rawValue, on: thing.arn, by: reader, in: context,
            resourceSide: policy.map { .either($0) } ?? .none)
        let key = keyRight(thing, asker, context: ("SecretARN", thing.arn), service: "secretsmanager")
        return evidence(
            [(.getSecretValue, decision)], key, reader,
            caveat: policy == nil ? "its resource policy was not read" : nil)
    }

    private func parameter(
        _ thing: ReadableThing, _ name: String, _ asker: RightsReader
    ) -> [Evidence] {
        let single: [ReadAction] = [.getParameter, .getParameters, .getParameterHistory]
        let decisions = single.compactMap { action -> (ReadAction, PolicyDecision)? in
            guard let reader = asker.actions[action], reader.hasDenial || reader.mayReach(thing.arn) else { return nil }
            return (
                action,
                evaluation.decide(
                    action.rawValue, on: thing.arn, by: reader, in: context(asker, thing))
            )
        }
        guard let reader = asker.actions[.getParameter] else { return [] }
        guard !decisions.isEmpty || asker.actions[.getParametersByPath]?.mayReachAnything == true else { return [] }
        let key = keyRight(thing, asker, context: ("PARAMETER_ARN", thing.arn), service: "ssm")
        var found = evidence(decisions, key, reader, caveat: nil)
        if let byPath = pathEvidence(thing, name, decisions, key, asker) { found.append(byPath) }
        return found
    }

    /// GetParametersByPath is decided on the path alone: a deny that names a parameter below it does not count.
    private func pathEvidence(
        _ thing: ReadableThing, _ name: String, _ decisions: [(ReadAction, PolicyDecision)], _ key: PolicyDecision,
        _ asker: RightsReader
    ) -> Evidence? {
        guard name.hasPrefix("/"), key.isPossible, let reader = asker.actions[.getParametersByPath],
            reader.mayReachAnything
        else { return nil }
        let base = String(thing.arn.dropLast(name.utf8.count)) + "/"
        let plain = context(asker, nil)
        var best: (path: String, decision: PolicyDecision)?
        for path in ParameterPath.above(name) where reader.mayReach(base + path.dropFirst()) {
            let decision = evaluation.decide(
                ReadAction.getParametersByPath.rawValue, on: base + path.dropFirst(), by: reader, in: plain)
            guard decision.isPossible else { continue }
            if case .allowed = decision {
                best = (path, decision)
                break
            }
            best = best ?? (path, decision)
        }
        guard let best else { return nil }
        let denial = decisions.lazy.compactMap { _, decision -> String? in
            if case .denied(let by) = decision { by } else { nil }
        }.first
        let although = denial.map { ", although \($0) denies the parameter itself" } ?? ""
        let via = reader.reference
        switch best.decision.and(key) {
        case .allowed(let by):
            return Evidence(
                .allowedByPath, "ssm:GetParametersByPath on \(best.path) by \(by)\(although)", via: via)
        case .undecided(let why):
            return Evidence(
                .allowedByPath, "ssm:GetParametersByPath on \(best.path)\(although), undecided: \(why)", via: via,
                certainty: .possible)
        case .denied, .notAllowed: return nil
        }
    }

    private func key(
        _ id: String, _ thing: ReadableThing, _ asker: RightsReader
    ) -> [Evidence] {
        guard let reader = asker.actions[.decrypt] else { return [] }
        var context = context(asker, thing)
        context.setAbsent("kms:ViaService")
        let decision = evaluation.decide(
            ReadAction.decrypt.rawValue, on: thing.arn, by: reader, in: context, resourceSide: keySide(id))
        var found = evidence([(.decrypt, decision)], .allowed(by: ""), reader, caveat: nil)
        if case .denied = decision { return found }
        for grant in facts.keyAccess[id]?.grants ?? [] where grant.gives("Decrypt", to: reader) {
            found.append(Evidence(.keyGrant, "grant \(grant.name) lets it decrypt", via: reader.reference))
        }
        return found
    }

    /// Whether the role may use the key behind a value, through the service that keeps the value.
    private func keyRight(
        _ thing: ReadableThing, _ asker: RightsReader,
        context pair: (key: String, value: String), service: String
    ) -> PolicyDecision {
        guard let id = thing.customerKey, let reader = asker.actions[.decrypt] else { return .allowed(by: "") }
        guard let arn = facts.keyARNs[id] else { return .undecided(because: "the key \(id) is not in the list") }
        if (facts.keyAccess[id]?.grants ?? []).contains(where: { $0.gives("Decrypt", to: reader) }) {
            return .allowed(by: "a grant")
        }
        var context = context(asker, nil)
        context.set("kms:ViaService", ["\(service).\(facts.region).amazonaws.com"])
        context.set("kms:EncryptionContext:\(pair.key)", [pair.value])
        return evaluation.decide(
            ReadAction.decrypt.rawValue, on: arn, by: reader, in: context, resourceSide: keySide(id))
    }

    private func keySide(_ id: String) -> PolicyEvaluation.ResourceSide {
        facts.keyAccess[id]?.policy.map { .required($0) } ?? .unread("the key policy of \(id)")
    }

    /// One piece of evidence for all actions that the same statement allows.
    private func evidence(
        _ decisions: [(ReadAction, PolicyDecision)], _ key: PolicyDecision, _ reader: PolicyCaller, caveat: String?
    ) -> [Evidence] {
        guard key.isPossible else { return [] }
        var allowed: [(by: String, actions: [String])] = []
        var undecided: [(why: String, actions: [String])] = []
        for (action, decision) in decisions {
            switch decision {
            case .allowed(let by):
                if let place = allowed.firstIndex(where: { $0.by == by }) {
                    allowed[place].actions.append(action.rawValue)
                } else {
                    allowed.append((by, [action.rawValue]))
                }
            case .undecided(let why):
                if let place = undecided.firstIndex(where: { $0.why == why }) {
                    undecided[place].actions.append(action.rawValue)
                } else {
                    undecided.append((why, [action.rawValue]))
                }
            case .denied, .notAllowed: break
            }
        }
        let doubt: String? = if case .undecided(let why) = key { "decrypting is undecided: \(why)" } else { caveat }
        let via = reader.reference
        return allowed.map { by, actions in
            Evidence(
                .allowed, "\(actions.joined(separator: ", ")) by \(by)" + (doubt.map { "; \($0)" } ?? ""), via: via,
                certainty: doubt == nil ? .sure : .likely)
        }
            + undecided.map { why, actions in
                Evidence(.undecided, "\(actions.joined(separator: ", ")): \(why)", via: via)
            }
    }

    /// What is known of every request that the reader will make.
    private func context(_ asker: RightsReader, _ thing: ReadableThing?) -> RequestContext {
        var context = asker.base
        if let tags = thing?.tags {
            context.set(tags: tags, as: "aws:ResourceTag/")
            context.set(tags: tags, as: "secretsmanager:ResourceTag/")
            context.set(tags: tags, as: "ssm:ResourceTag/")
        }
        return context
    }

    /// - Parameter function: nil for people and what runs elsewhere: whether they have a second factor is then not known.
    private func base(_ reader: PolicyCaller, _ function: FunctionRow?) -> RequestContext {
        let user: String? = if case .user(let name)? = reader.reference { name } else { nil }
        var context = RequestContext(
            known: [
                "aws:PrincipalArn": [reader.arn], "aws:PrincipalAccount": [reader.account],
                "aws:PrincipalType": [user == nil ? "AssumedRole" : "User"], "aws:PrincipalIsAWSService": ["false"],
                "aws:SecureTransport": ["true"], "aws:ViaAWSService": ["false"],
                "aws:RequestedRegion": [facts.region], "aws:ResourceAccount": [facts.account],
                "aws:CurrentTime": [facts.taken.formatted(.iso8601)],
                "aws:EpochTime": [String(Int(facts.taken.timeIntervalSince1970))],
                "kms:CallerAccount": [reader.account]
            ],
            absent: [
                "aws:SourceArn", "aws:SourceAccount", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"
            ])
        if function != nil {
            context.setAbsent("aws:MultiFactorAuthPresent")
            context.setAbsent("aws:MultiFactorAuthAge")
        }
        if let user { context.set("aws:username", [user]) } else { context.setAbsent("aws:username") }
        if let arn = function?.common.arn {
            context.set("lambda:SourceFunctionArn", [arn])
        } else if function == nil {
            context.setAbsent("lambda:SourceFunctionArn")
        }
        if let tags = reader.tags { context.set(tags: tags, as: "aws:PrincipalTag/") }
        return context
    }
}
