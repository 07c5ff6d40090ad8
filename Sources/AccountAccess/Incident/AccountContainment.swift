import AWSClient
import AWSServices
import Inventory
import Operations

/// Looks at what a containment would change and hit.
public struct AccountContainment: ContainmentReading {
    let calls: any AWSCalling
    let settings: AccountSettings

    public init(calls: any AWSCalling) {
        self.calls = calls
        settings = AccountSettings(calls: calls)
    }

    public func accessKey(_ id: String) async throws(OperationFailure) -> AccessKeyFacts {
        try await failing("look at access key \(id)") { () throws(AWSError) in
            let used = try await calls.perform(IAM.GetAccessKeyLastUsed(id: id))
            guard let user = used.user else {
                throw AWSError(
                    .notFound, operation: "iam:GetAccessKeyLastUsed", code: "NoSuchEntity",
                    message: "\(id) belongs to no user of this account")
            }
            var pages = AnswerPages(IAM.ListAccessKeys(user: user), on: calls)
            let keys = try await pages.all().flatMap(\.keys)
            let own = keys.first { $0.id == id }
            return AccessKeyFacts(
                id: id, user: user, isActive: own?.status == "Active", created: own?.created, lastUsed: used.time,
                lastService: Cleaned.text(used.service), lastRegion: Cleaned.text(used.region),
                otherActiveKeys: keys.filter { $0.id != id && $0.status == "Active" }.map(\.id),
                sessionPolicy: try await sessionPolicy(ofUser: user))
        }
    }

    public func role(_ name: String) async throws(OperationFailure) -> PrincipalFacts {
        try await failing("look at role \(name)") { () throws(AWSError) in
            let role = try await calls.perform(IAM.GetRole(name: name))
            return PrincipalFacts(
                name: name, arn: role.arn, isRole: true, functions: try await functions(of: role.arn),
                sessionPolicy: try await sessionPolicy(ofRole: name))
        }
    }

    public func user(_ name: String) async throws(OperationFailure) -> PrincipalFacts {
        try await failing("look at user \(name)") { () throws(AWSError) in
            let user = try await calls.perform(IAM.GetUser(name: name))
            return PrincipalFacts(
                name: name, arn: user.arn, isRole: false, functions: [],
                sessionPolicy: try await sessionPolicy(ofUser: name))
        }
    }

    public func function(_ name: String) async throws(OperationFailure) -> FunctionFacts {
        try await failing("look at function \(name)") { () throws(AWSError) in
            let reserved = try await calls.perform(Lambda.GetFunctionConcurrency(function: name))
            var mappings = AnswerPages(Lambda.ListEventSourceMappings(function: name), on: calls)
            let sources = try await mappings.all().flatMap(\.mappings)
            // What may not be read must not hold the containment up: it is said, and AWS decides.
            let limits = try await unlessDenied { () throws(AWSError) in
                try await calls.perform(Lambda.GetAccountSettings())
            }
            let provisioned = try await unlessDenied { () throws(AWSError) in try await settings.provisioned(name) }
            let addresses = try await unlessDenied { () throws(AWSError) in try await settings.addresses(name) }
            var aliases = AnswerPages(Lambda.ListAliases(function: name), on: calls)
            let names = try await unlessDenied { () throws(AWSError) in
                try await aliases.all().flatMap(\.aliases).map { Cleaned.text($0.name) }
            }
            return FunctionFacts(
                name: name, reserved: reserved, unreserved: limits?.unreserved,
                sources: sources.map {
                    .init(uuid: $0.uuid, arn: Cleaned.text($0.eventSourceARN), isEnabled: $0.isEnabled)
                },
                provisioned: provisioned ?? [], addresses: addresses ?? [], aliases: names ?? [])
        }
    }

    public func eventSource(_ uuid: String) async throws(OperationFailure) -> EventSourceFacts {
        try await failing("look at event source \(uuid)") { () throws(AWSError) in
            let mapping = try await calls.perform(Lambda.GetEventSourceMapping(uuid: uuid))
            let function = mapping.functionARN.flatMap(AmazonResourceName.init)?.function?.name
            return EventSourceFacts(
                uuid: mapping.uuid, function: function ?? Cleaned.text(mapping.functionARN) ?? "?",
                source: Cleaned.text(mapping.eventSourceARN), isEnabled: mapping.isEnabled)
        }
    }

    public func secret(_ name: String) async throws(OperationFailure) -> SecretFacts {
        try await failing("look at secret \(name)") { () throws(AWSError) in
            let secret = try await calls.perform(SecretsManager.DescribeSecret(secretID: name))
            let policy = try await calls.perform(SecretsManager.GetResourcePolicy(secretID: name))
            var rotationRole: String?
            if let function = secret.rotationFunction {
                let configuration = try await unlessDenied { () throws(AWSError) in
                    try await calls.perform(Lambda.GetFunctionConfiguration<Void>(function: function) { _, _ in () })
                }
                rotationRole = configuration?.role
            }
            return SecretFacts(
                name: secret.name, arn: secret.arn,
                policy: try AccountSettings.parsed(policy, "secretsmanager:GetResourcePolicy"),
                rotationRole: rotationRole, isRotated: secret.rotationFunction != nil,
                replicas: secret.replicas?.map(\.region) ?? [])
        }
    }

    public func alias(_ name: String, of function: String) async throws(OperationFailure) -> AliasFacts {
        try await failing("look at alias \(name) of \(function)") { () throws(AWSError) in
            let alias = try await calls.perform(Lambda.GetAlias(function: function, name: name))
            var pages = AnswerPages(Lambda.ListVersionsByFunction<Void>(function: function) { _, _ in () }, on: calls)
            let versions = try await pages.all().flatMap(\.versions).compactMap { version in
                version.version.flatMap(Int.init).map { number in
                    AliasFacts.Version(
                        number: number, published: version.modified, description: Cleaned.text(version.description))
                }
            }
            return AliasFacts(
                function: function, name: name, version: alias.functionVersion, weights: Self.weights(alias),
                versions: versions.sorted { $0.number < $1.number })
        }
    }

    static func weights(_ alias: Lambda.ListAliases.Alias) -> [AccountChange.AliasWeight] {
        alias.additionalVersionWeights.sorted { $0.key < $1.key }.map { .init(version: $0.key, weight: $0.value) }
    }

    func failing<Facts>(
        _ act: String, _ look: () async throws(AWSError) -> Facts
    ) async throws(OperationFailure) -> Facts {
        do throws(AWSError) { return try await look() } catch { throw OperationFailure(error, cannot: act) }
    }

    func unlessDenied<Facts>(_ look: () async throws(AWSError) -> Facts) async throws(AWSError) -> Facts? {
        do throws(AWSError) { return try await look() } catch {
            guard error.kind == .denied else { throw error }
            return nil
        }
    }

    private func sessionPolicy(ofUser name: String) async throws(AWSError) -> PolicyText? {
        try await policy { () throws(AWSError) in
            try await calls.perform(IAM.GetUserPolicy(user: name, name: ContainmentPlan.sessionPolicyName)).document
        }
    }

    private func sessionPolicy(ofRole name: String) async throws(AWSError) -> PolicyText? {
        try await policy { () throws(AWSError) in
            try await calls.perform(IAM.GetRolePolicy(role: name, name: ContainmentPlan.sessionPolicyName)).document
        }
    }

    private func policy(_ read: () async throws(AWSError) -> String) async throws(AWSError) -> PolicyText? {
        do throws(AWSError) { return try AccountSettings.parsed(try await read(), "iam:GetPolicy") } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }

    /// The functions of this region that run as the role.
    private func functions(of role: String) async throws(AWSError) -> [PrincipalFacts.Function] {
        var pages = AnswerPages(Lambda.ListFunctions<Void> { _, _ in () }, on: calls)
        var found: [PrincipalFacts.Function] = []
        for function in try await pages.all().flatMap(\.functions) where function.role == role {
            var aliases = AnswerPages(Lambda.ListAliases(function: function.name), on: calls)
            let published = try await aliases.all().flatMap(\.aliases).contains { $0.functionVersion != "$LATEST" }
            found.append(
                PrincipalFacts.Function(
                    name: function.name, description: function.description ?? "", hasPublishedVersions: published))
        }
        return found
    }
}
