extension FindingSearch {
    /// What somebody may do, found by asking the policies about things that nobody has: what is allowed on those is allowed
    /// on all.
    private struct Powers {
        var isAdministrator = false
        var reads: [String] = []
        var readsVariables: [String] = []
    }

    func readers() -> [Finding] {
        let functionsOf = Dictionary(grouping: facts.functions.filter { $0.role != nil }) { $0.role ?? "" }
        let others = principals.principals.map(\.caller.arn)
        let execution = facts.roles.values.filter { !others.contains($0.arn) }.map {
            AccountPrincipals.Principal(caller: $0)
        }
        let holdsPlain = facts.functions.contains { !$0.plainSecrets.isEmpty }
        return (principals.principals + execution).sorted { $0.caller.arn < $1.caller.arn }.flatMap { principal in
            guard let reference = principal.caller.reference else { return [Finding]() }
            let powers = powers(of: principal.caller)
            let functions = (functionsOf[principal.caller.arn] ?? []).map(\.common.reference)
            var found: [Finding] = []
            if powers.isAdministrator {
                found.append(
                    finding(
                        .administrator, reference,
                        functions.isEmpty
                            ? "it may change rights, its own too, and so read everything"
                            : "role of \(functions.fewWords)", severity: functions.isEmpty ? .low : nil))
            } else {
                if !powers.reads.isEmpty {
                    let of = functions.isEmpty ? "" : "; role of \(functions.fewWords)"
                    found.append(
                        finding(
                            .wildcardReader, reference, "allowed on all: \(powers.reads.joined(separator: ", "))\(of)"))
                }
                if !powers.readsVariables.isEmpty, holdsPlain {
                    found.append(
                        finding(
                            .variableReader, reference,
                            "allowed on all: \(powers.readsVariables.joined(separator: ", "))"))
                }
            }
            if !principal.trustedAccounts.isEmpty,
                powers.isAdministrator || !powers.reads.isEmpty || !powers.readsVariables.isEmpty
            {
                found.append(
                    finding(
                        .thirdPartyReader, reference,
                        "account \(principal.trustedAccounts.joined(separator: ", ")) may assume it and read "
                            + (powers.isAdministrator
                                ? "everything" : (powers.reads + powers.readsVariables).joined(separator: ", "))))
            }
            return found
        }
    }

    private func powers(of caller: PolicyCaller) -> Powers {
        let place = "\(facts.region):\(facts.account)"
        let partition = caller.arn.split(separator: ":").dropFirst().first.map(String.init) ?? "aws"
        func may(_ action: String, _ resource: String) -> Bool {
            switch PolicyEvaluation().decide(action, on: resource, by: caller, in: RequestContext()) {
            case .allowed: true
            case .undecided, .denied, .notAllowed: false
            }
        }
        var powers = Powers()
        powers.isAdministrator = may("iam:PutUserPolicy", "arn:\(partition):iam::\(facts.account):user/\(Self.nobody)")
        powers.reads = [
            ("secretsmanager:GetSecretValue", "arn:\(partition):secretsmanager:\(place):secret:\(Self.nobody)-AbCdEf"),
            ("ssm:GetParameter", "arn:\(partition):ssm:\(place):parameter/\(Self.nobody)"),
            ("ssm:GetParameters", "arn:\(partition):ssm:\(place):parameter/\(Self.nobody)"),
            ("ssm:GetParametersByPath", "arn:\(partition):ssm:\(place):parameter/\(Self.nobody)"),
            ("ssm:GetParameterHistory", "arn:\(partition):ssm:\(place):parameter/\(Self.nobody)")
        ].filter { may($0.0, $0.1) }.map(\.0)
        let function = "arn:\(partition):lambda:\(place):function:\(Self.nobody)"
        powers.readsVariables = [
            ("lambda:GetFunctionConfiguration", function), ("lambda:GetFunction", function),
            ("lambda:ListVersionsByFunction", function), ("lambda:ListFunctions", "*")
        ].filter { may($0.0, $0.1) }.map(\.0)
        return powers
    }

    private static let nobody = "curtain-asks-about-nobody"

    /// AWS's own key where a customer key is required: by prefix, and wherever a secret is shared with others.
    func defaultKeys() -> [Finding] {
        let secrets = facts.secrets.filter { Self.isDefault($0.kmsKey) }.compactMap { row -> Finding? in
            let shared = facts.secretPolicies[row.common.reference].map { !$0.statements.isEmpty } ?? false
            guard shared || requiresCustomerKey(row.common.name) else { return nil }
            return finding(
                .defaultKey, row.common.reference,
                shared ? "its policy lets others in, whom AWS's own key refuses" : "its name is below a required prefix"
            )
        }
        let parameters = facts.parameters.filter { $0.isSecure && Self.isDefault($0.kmsKey) }.compactMap { row in
            requiresCustomerKey(row.common.name)
                ? finding(.defaultKey, row.common.reference, "its name is below a required prefix") : nil
        }
        return secrets + parameters
    }

    private func requiresCustomerKey(_ name: String) -> Bool {
        policy.customerKeyPrefixes.contains { name.hasPrefix($0) }
    }

    private static func isDefault(_ key: String?) -> Bool { key.map { $0.contains("alias/aws/") } ?? true }

    func extensions() -> [Finding] {
        facts.functions.compactMap { row in
            row.layers.first { $0.contains(":layer:AWS-Parameters-and-Secrets-Lambda-Extension") }.map {
                finding(.extensionLayer, row.common.reference, "layer \($0)")
            }
        }
    }
}
