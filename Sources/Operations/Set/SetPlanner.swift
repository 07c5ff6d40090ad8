import FoundationEssentials
import Inventory

/// Plans that write one value: a new one, or an older version's as a new version. What uses the value is not touched;
/// that is a rotation's or a redeployment's work.
public struct SetPlanner: Sendable {
    private let secrets: any SecretStaging
    private let parameters: any ParameterVersioning
    private let region: String
    private let account: String
    private let now: Date

    public init(
        secrets: any SecretStaging, parameters: any ParameterVersioning, region: String, account: String, now: Date
    ) {
        self.secrets = secrets
        self.parameters = parameters
        self.region = region
        self.account = account
        self.now = now
    }

    /// - Throws: `usage` for what cannot be set so, `notFound` if it or the version to restore is not there, `tryAgain` if a
    ///   pending version of someone else is in the way.
    public func set(_ request: SetRequest) async throws(OperationFailure) -> Plan {
        do throws(CallFailure) {
            switch request.subject {
            case .secret(let name, nil, _):
                guard request.changes.isEmpty else {
                    throw Self.refused(
                        .usage, "tier, key and policies are a parameter's; \(request.subject) is a secret")
                }
                return try await secret(name, request)
            case .parameter(let name, nil): return try await parameter(name, request)
            case .secret, .parameter:
                throw Self.refused(.usage, "\(request.subject): name it without a version; a new one is written")
            case .variable:
                throw Self.refused(
                    .usage, "\(request.subject): a variable is written by a rotation: curtain plan rotate")
            case .key, .function, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
                throw Self.refused(.usage, "\(request.subject) has no value that can be set")
            }
        } catch {
            throw error.failure
        }
    }

    private func secret(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        let state = try await secrets.state(of: name)
        let current = try SecretWriting.currentVersion(of: state, name, region: region)
        if let owner = state.owner {
            throw Self.refused(.usage, "secret \(name) belongs to \(owner), which alone may write it: rotate it")
        }
        var plan = draft(request)
        plan.source = .secret(arn: state.arn, current: current, previous: state.previous, pending: state.pending)
        if case .version(let version)? = plan.recipe {
            let known = state.labels[version] != nil ? version : state.version(with: version)
            guard let known else {
                throw Self.refused(.notFound, "secret \(name) has no version \(version) that has a label")
            }
            guard known != current else {
                throw Self.refused(.usage, "version \(version) of secret \(name) is the current one already")
            }
            plan.recipe = .version(known)
        }
        if let pending = state.pending {
            guard request.clearsPending else { throw SecretWriting.pending(pending, name) }
            plan.opening.append(
                PlanStep(
                    .keepPendingVersion, .secret(name: name, version: pending),
                    call: "secretsmanager:UpdateSecretVersionStage \(name) \(plan.id.keptLabel) to \(pending), then "
                        + "AWSPENDING off it"))
        }
        let whole = Reference.secret(name: name)
        plan.opening += [
            PlanStep(
                .stageSecretVersion, whole,
                call: "secretsmanager:PutSecretValue \(name) <redacted> ClientRequestToken=\(plan.token) "
                    + "VersionStages=AWSPENDING"),
            PlanStep(
                .promoteSecretVersion, whole,
                call: "secretsmanager:UpdateSecretVersionStage \(name) AWSCURRENT from \(current) to \(plan.token)")
        ]
        if !state.replicas.isEmpty {
            let regions = state.replicas.map(\.region).joined(separator: " ")
            plan.opening.append(
                PlanStep(
                    .awaitReplicas, whole, call: "secretsmanager:DescribeSecret \(name) until \(regions) are InSync"))
        }
        if state.rotates {
            plan.warnings.append(
                "the secret is rotated by \(state.rotationFunction ?? "a function"), which will write over it")
        }
        return finished(plan)
    }

    private func parameter(_ name: String, _ request: SetRequest) async throws(CallFailure) -> Plan {
        guard let state = try await parameters.state(of: name) else {
            throw CallFailure(.missing, OperationFailure(.notFound, "there is no parameter \(name)"))
        }
        var plan = draft(request)
        let attributes = try changed(state.attributes, request.changes, name, warnings: &plan.warnings)
        plan.source = .parameter(version: state.version, attributes: attributes)
        if case .version(let text)? = plan.recipe { plan.recipe = .version(try version(text, of: state, name)) }
        try ParameterRoom.check(state, name)
        let subject = Reference.parameter(name: name)
        plan.opening = [
            PlanStep(
                .labelParameterVersion, subject,
                call: "ssm:LabelParameterVersion \(name):\(state.version) \(LabelParameterVersion.label)"),
            PlanStep(
                .putParameterVersion, subject,
                call: "ssm:PutParameter \(name) <redacted> Overwrite Type=\(attributes.type)"
                    + (attributes.keyID.map { " KeyId=\($0)" } ?? "") + (attributes.tier.map { " Tier=\($0)" } ?? ""))
        ]
        if attributes.type != "SecureString" {
            plan.warnings.append("it is a \(attributes.type): whoever may list its history sees the values")
        }
        return finished(plan)
    }

    /// The plan with what follows from its steps.
    private func finished(_ draft: Plan) -> Plan {
        var plan = draft
        plan.cannotUndo = plan.endings
        plan.estimate = PlanEstimate(of: plan)
        return plan
    }

    private func changed(
        _ attributes: ParameterAttributes, _ changes: ParameterChanges, _ name: String, warnings: inout [String]
    ) throws(CallFailure) -> ParameterAttributes {
        var attributes = attributes
        if let tier = changes.tier {
            if attributes.tier == "Advanced", tier == "Standard" {
                throw Self.refused(
                    .usage,
                    "\(name) is advanced, and AWS makes no standard one of it again: delete it and create it anew")
            }
            attributes.tier = tier
        }
        if let key = changes.keyID {
            guard attributes.type == "SecureString" else {
                throw Self.refused(
                    .usage, "\(name) is a \(attributes.type), which has no key; move it to a SecureString")
            }
            attributes.keyID = key
        }
        if let policies = changes.policies {
            guard attributes.tier == "Advanced" || attributes.tier == "Intelligent-Tiering" || policies == "[]" else {
                throw Self.refused(.usage, "policies need the advanced tier; say that too")
            }
            attributes.policies = policies
        }
        if attributes.policies?.contains("\"Expiration\"") == true {
            warnings.append("its Expiration policy is in force: the parameter will be deleted on that day")
        }
        if !changes.isEmpty {
            warnings.append("a rollback brings the old value back, and leaves tier, key and policies as set")
        }
        return attributes
    }

    /// The number behind a version or a label.
    private func version(_ text: String, of state: ParameterState, _ name: String) throws(CallFailure) -> String {
        guard let version = Int(text) ?? state.labels[text], (state.oldest...state.version).contains(version) else {
            throw Self.refused(
                .notFound, "\(name) has no version \(text); it has \(state.oldest) to \(state.version)")
        }
        guard version != state.version else {
            throw Self.refused(.usage, "version \(version) of \(name) is the current one already")
        }
        return String(version)
    }

    private func draft(_ request: SetRequest) -> Plan {
        Plan(
            id: .random(), work: .set, subject: request.subject, created: now, region: region, account: account,
            token: Plan.randomToken(), recipe: request.recipe)
    }

    static func refused(_ kind: OperationFailure.Kind, _ words: String) -> CallFailure {
        CallFailure(.refused, OperationFailure(kind, words))
    }
}
