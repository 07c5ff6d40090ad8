import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

extension AccountContainment {
    public func key(_ id: String) async throws(OperationFailure) -> KeyFacts {
        try await failing("look at key \(id)") { () throws(AWSError) in
            let key = try await calls.perform(KMS.DescribeKey(keyID: id))
            let grants = try await unlessDenied { () throws(AWSError) in
                var pages = AnswerPages(KMS.ListGrants(keyID: key.id), on: calls)
                return try await pages.all().flatMap(\.grants)
            }
            var names: Set<String> = [key.id]
            if let arn = key.arn { names.insert(arn) }
            for alias in try await aliases(of: key.id) { names.insert(alias) }
            let last = try await unlessDenied { () throws(AWSError) in try await lastUse(key.arn ?? key.id) }
            return KeyFacts(
                id: key.id, isEnabled: key.state == "Enabled", manager: key.manager ?? "CUSTOMER",
                state: Cleaned.text(key.state) ?? "?", dependents: try await dependents(on: names),
                grants: (grants ?? []).map { grant in
                    Cleaned.text("\(grant.grantee ?? "?"): \(grant.operations.joined(separator: ", "))")
                }, lastUse: last ?? nil)
        }
    }

    /// The newest event that CloudTrail has about the key, in words.
    private func lastUse(_ key: String) async throws(AWSError) -> String? {
        let page = try await calls.perform(
            CloudTrail.LookupEvents(attribute: .init(key: "ResourceName", value: key), start: nil, end: nil))
        return page.events.first.map { event in
            Cleaned.text("\(event.name) by \(event.actor ?? "?") at \(event.time.formatted(Date.ISO8601FormatStyle()))")
        }
    }

    private func aliases(of key: String) async throws(AWSError) -> [String] {
        let pages = try await unlessDenied { () throws(AWSError) in
            var pages = AnswerPages(KMS.ListAliases(), on: calls)
            return try await pages.all()
        }
        return (pages ?? []).flatMap(\.aliases).filter { $0.targetKeyID == key }.map(\.name)
    }

    /// What names the key as the one that it is encrypted with, in this region.
    private func dependents(on names: Set<String>) async throws(AWSError) -> [String] {
        func isKey(_ name: String?) -> Bool {
            guard let name else { return false }
            // An alias may be named by its ARN.
            return names.contains(name) || names.contains { name.hasSuffix(":" + $0) }
        }
        var found: [String] = []
        var functions = AnswerPages(Lambda.ListFunctions<Void> { _, _ in () }, on: calls)
        found += try await functions.all().flatMap(\.functions).filter { isKey($0.kmsKey) }.map {
            Reference.function(name: $0.name).text
        }
        var secrets = AnswerPages(SecretsManager.ListSecrets(), on: calls)
        for secret in try await secrets.all().flatMap(\.secrets) {
            // A list that names no key may leave it out; that a key is in use must not be missed.
            var key = secret.kmsKey
            if key == nil {
                key = try await unlessDenied { () throws(AWSError) in
                    try await calls.perform(SecretsManager.DescribeSecret(secretID: secret.name))
                }?.kmsKey
            }
            if isKey(key) { found.append(Reference.secret(name: secret.name).text) }
        }
        var parameters = AnswerPages(ParameterStore.DescribeParameters(), on: calls)
        found += try await parameters.all().flatMap(\.parameters).filter { isKey($0.keyID) }.map {
            Reference.parameter(name: $0.name).text
        }
        return found
    }
}
