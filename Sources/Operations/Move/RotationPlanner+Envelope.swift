import Inventory

/// A sealed payload that a function shall read: its encrypted data key goes into a variable, the payload goes with the code,
/// into an object or an item, by a person.
public struct EnvelopeRequest: Sendable {
    public let function: String
    public let variable: String
    /// The encrypted data key, base64. It is no secret without `kms:Decrypt` on its key.
    public let encryptedKey: String
    public let context: [String: String]
    /// The KMS key, as the person named it.
    public let key: String
    /// Where the payload will lie, in the person's words: `zip`, `s3://BUCKET/KEY`, `dynamodb:TABLE/ITEM`.
    public let payload: String
    public let appliesGrants: Bool
    public let writesOverStacks: Bool
    public let rollout: Rollout

    public init(
        function: String, variable: String, encryptedKey: String, context: [String: String], key: String,
        payload: String,
        appliesGrants: Bool = true, writesOverStacks: Bool = false, rollout: Rollout = Rollout()
    ) {
        self.function = function
        self.variable = variable
        self.encryptedKey = encryptedKey
        self.context = context
        self.key = key
        self.payload = payload
        self.appliesGrants = appliesGrants
        self.writesOverStacks = writesOverStacks
        self.rollout = rollout
    }
}

extension RotationPlanner {
    /// A plan that puts the encrypted data key into the variable, lets the role decrypt it, and waits for the payload and the
    /// code. A variable that is there gets the new key: that is how a renewed envelope arrives.
    public func envelope(
        _ request: EnvelopeRequest, stores: any StoreChanging
    ) async throws(OperationFailure) -> Plan {
        do throws(CallFailure) { return try await enveloped(request, stores) } catch { throw error.failure }
    }

    private func enveloped(
        _ request: EnvelopeRequest, _ stores: any StoreChanging
    ) async throws(CallFailure) -> Plan {
        let subject = Reference.variable(function: request.function, name: request.variable)
        try StoreLimit.checkName(subject)
        let row = facts.functions.first { $0.common.reference == .function(name: request.function) }
        guard let row else {
            let hint = NameTwins.hint(request.function, in: facts.functions.map(\.common.name))
            throw CallFailure(
                .missing, OperationFailure(.notFound, "there is no function \(request.function)\(hint)"))
        }
        let key = try await stores.keyARN(request.key)
        var plan = draft(.move, subject, rollout: request.rollout)
        plan.copiesSearched = true
        let isThere = row.variables.contains { $0.name == request.variable }
        try await add(
            FunctionChange(
                function: request.function,
                changes: [
                    FunctionLane.Change(variable: request.variable, .text(request.encryptedKey), isNew: !isThere)
                ]), to: &plan, writesOverStacks: request.writesOverStacks)
        guard !plan.lanes.isEmpty else { throw CallFailure(.refused, Self.nothing(plan)) }
        var grants: [PlannedMove.Grant] = []
        if let role = row.role?.split(separator: "/").last.map(String.init) {
            let policy = ReadPolicy(
                place: nil, key: key, functions: [request.function], partition: "aws", region: facts.region,
                account: facts.account, context: request.context)
            grants.append(PlannedMove.Grant(role: role, document: policy.document))
        } else {
            plan.warnings.append("the role of \(request.function) is not known: grant it the right yourself")
        }
        if request.appliesGrants {
            plan.opening += grants.map {
                PlanStep(
                    .grantAccess, .role(name: $0.role),
                    call: "iam:PutRolePolicy \($0.role) \(plan.grantName) \($0.document)")
            }
        }
        plan.move = PlannedMove(
            destination: .kms, place: subject, key: key, grants: grants, appliesGrants: request.appliesGrants,
            removals: [], languages: [CodeLanguage(runtime: row.runtime ?? "").rawValue], monthlyBefore: 0,
            monthlyAfter: 0, payload: request.payload)
        plan.closing = [
            PlanStep(
                .awaitCode, subject,
                call: "waits until the payload is at \(request.payload) and the code opens it (docs/envelope.md)")
        ]
        plan.cannotUndo.append("the payload and the code that opens it: they are yours to take back")
        return finished(plan)
    }
}
