import AWSClient
import AWSServices
import Operations

extension AccountSettings {
    public func current(_ change: AccountChange) async throws(OperationFailure) -> AccountChange {
        do throws(AWSError) {
            return try await look(at: change)
        } catch {
            throw OperationFailure(error, cannot: "see how it stands: \(change.words)")
        }
    }

    private func look(at change: AccountChange) async throws(AWSError) -> AccountChange {
        switch change {
        case .accessKey(let id, let user, _):
            var pages = AnswerPages(IAM.ListAccessKeys(user: user), on: calls)
            guard let key = try await pages.all().flatMap(\.keys).first(where: { $0.id == id }) else {
                throw AWSError(
                    .notFound, operation: "iam:ListAccessKeys", code: "NoSuchEntity",
                    message: "user \(user) has no access key \(id) any more")
            }
            return .accessKey(id: id, user: user, active: key.status == "Active")
        case .rolePolicy(let role, let name, _):
            let document = try await document { () throws(AWSError) in
                try await calls.perform(IAM.GetRolePolicy(role: role, name: name)).document
            }
            return .rolePolicy(role: role, name: name, document: document)
        case .userPolicy(let user, let name, _):
            let document = try await document { () throws(AWSError) in
                try await calls.perform(IAM.GetUserPolicy(user: user, name: name)).document
            }
            return .userPolicy(user: user, name: name, document: document)
        case .concurrency(let function, _):
            return .concurrency(
                function: function, reserved: try await calls.perform(Lambda.GetFunctionConcurrency(function: function))
            )
        case .provisioned(let function, let qualifier, _):
            return .provisioned(
                function: function, qualifier: qualifier, count: try await provisioned(function, qualifier))
        case .eventSource(let uuid, let function, _):
            let mapping = try await calls.perform(Lambda.GetEventSourceMapping(uuid: uuid))
            return .eventSource(uuid: uuid, function: function, enabled: mapping.isEnabled)
        case .functionURL(let function, let qualifier, let authType):
            let address = try await addresses(function).first { $0.qualifier == qualifier }
            return .functionURL(
                function: function, qualifier: qualifier,
                authType: address?.authType ?? "none: it is gone, not \(authType)")
        case .secretPolicy(let secret, _):
            let text = try await calls.perform(SecretsManager.GetResourcePolicy(secretID: secret))
            return .secretPolicy(secret: secret, document: try Self.parsed(text, "secretsmanager:GetResourcePolicy"))
        case .key(let id, _):
            return .key(id: id, enabled: try await calls.perform(KMS.DescribeKey(keyID: id)).state == "Enabled")
        case .alias(let function, let name, _, _):
            let alias = try await calls.perform(Lambda.GetAlias(function: function, name: name))
            return .alias(
                function: function, name: name, version: alias.functionVersion,
                weights: AccountContainment.weights(alias))
        case .description(let function, _):
            let configuration = try await calls.perform(
                Lambda.GetFunctionConfiguration<Void>(function: function) { _, _ in () })
            return .description(function: function, text: configuration.description ?? "")
        }
    }

    /// A policy that is not there is none.
    private func document(_ read: () async throws(AWSError) -> String) async throws(AWSError) -> PolicyText? {
        let text: String
        do throws(AWSError) { text = try await read() } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
        return try Self.parsed(text, "iam:GetPolicy")
    }

    /// A document that is there and cannot be read must not be taken for none: the undo would lose it.
    static func parsed(_ text: String?, _ operation: String) throws(AWSError) -> PolicyText? {
        guard let text else { return nil }
        guard let document = PolicyText(text) else {
            throw AWSError(
                .malformedAnswer, operation: operation, code: "MalformedAnswer", message: "the policy is no JSON object"
            )
        }
        return document
    }

    /// A server that does not know the list answers as if one were asked for: then the aliases are asked one by one.
    func provisioned(_ function: String) async throws(AWSError) -> [FunctionFacts.Provisioned] {
        var pages = AnswerPages(Lambda.ListProvisionedConcurrencyConfigs(function: function), on: calls)
        do throws(AWSError) {
            return try await pages.all().flatMap(\.configs).compactMap { config in
                config.functionARN.split(separator: ":").last.map {
                    FunctionFacts.Provisioned(qualifier: String($0), count: config.requested)
                }
            }
        } catch {
            guard error.code.hasPrefix("ProvisionedConcurrencyConfigNotFound") else { throw error }
        }
        var found: [FunctionFacts.Provisioned] = []
        var aliases = AnswerPages(Lambda.ListAliases(function: function), on: calls)
        for alias in try await aliases.all().flatMap(\.aliases) {
            if let count = try await provisioned(function, alias.name) {
                found.append(FunctionFacts.Provisioned(qualifier: alias.name, count: count))
            }
        }
        return found
    }

    private func provisioned(_ function: String, _ qualifier: String) async throws(AWSError) -> Int? {
        do throws(AWSError) {
            return try await calls.perform(
                Lambda.GetProvisionedConcurrencyConfig(function: function, qualifier: qualifier)
            ).requested
        } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }

    func addresses(_ function: String) async throws(AWSError) -> [FunctionFacts.Address] {
        var pages = AnswerPages(Lambda.ListFunctionUrlConfigs(function: function), on: calls)
        do throws(AWSError) {
            return try await pages.all().flatMap(\.configs).map { config in
                let parts = config.functionARN.split(separator: ":")
                return FunctionFacts.Address(
                    qualifier: parts.count > 7 ? String(parts[7]) : nil, url: config.url, authType: config.authType)
            }
        } catch {
            guard error.kind == .notFound else { throw error }
            return []
        }
    }
}

extension Lambda.ListEventSourceMappings.Mapping {
    /// Whether it delivers, or is about to.
    var isEnabled: Bool {
        switch state {
        case "Enabled", "Enabling", "Creating", "Updating": true
        default: false
        }
    }
}
