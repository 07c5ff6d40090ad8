import Inventory

/// Why a secret's own rotation stops half-way, as far as configuration and policies tell.
struct RotationDiagnosis: Sendable {
    /// What a rotation function does with its secret.
    /// https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
    private static let needed = [
        "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage"
    ]

    /// What is wrong for certain, a line each.
    let causes: [String]

    init(_ state: SecretState, _ name: String, in facts: AccountFacts) {
        guard let arn = state.rotationFunction else {
            causes = []
            return
        }
        let function = arn.split(separator: ":").last.map(String.init) ?? arn
        guard let row = facts.functions.first(where: { $0.common.reference == .function(name: function) }) else {
            causes = ["its rotation function \(function) does not exist here"]
            return
        }
        guard let role = row.role.flatMap({ facts.roles[$0] }) else {
            causes = []
            return
        }
        let policy = facts.secretPolicies[.secret(name: name)]
        let missing = Self.needed.filter { action in
            let decision = PolicyEvaluation().decide(
                action, on: state.arn, by: role, in: RequestContext(),
                resourceSide: policy.map { .either($0) } ?? .none)
            switch decision {
            case .denied, .notAllowed: return true
            case .allowed, .undecided: return false
            }
        }
        causes =
            missing.isEmpty
            ? []
            : ["the role \(role.name) of its rotation function \(function) may not \(missing.joined(separator: ", "))"]
    }
}
