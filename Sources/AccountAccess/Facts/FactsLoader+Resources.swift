import AWSClient
import AWSServices
import Inventory
import Operations

/// What was read of key policies and grants.
struct KeysAnswer: Sendable {
    var access: [String: KeyAccess] = [:]
    var gaps: [String] = []

    func fill(_ facts: inout AccountFacts) {
        facts.keyAccess = access
        facts.gaps += gaps
    }
}

/// What was read of secrets' resource policies.
struct SecretsAnswer: Sendable {
    var policies: [Reference: AccessPolicy] = [:]
    var gaps: [String] = []

    func fill(_ facts: inout AccountFacts) {
        facts.secretPolicies = policies
        facts.gaps += gaps
    }
}

extension FactsLoader {
    /// Key policy and grants of each key of the account's own.
    func loadKeyAccess(_ keys: [KeyRow]) async -> KeysAnswer {
        var answer = KeysAnswer()
        let ids = keys.compactMap { row -> String? in
            guard row.manager != "AWS", case .key(let id) = row.common.reference else { return nil }
            return id
        }
        for (id, outcome) in zip(ids, await BoundedWork.map(ids, limit: Self.limit, keyAccess)) {
            switch outcome {
            case .success(let (access, gap)):
                answer.access[id] = access
                if let gap { answer.gaps.append(gap) }
            case .failure(let failure): answer.gaps.append(failure.message)
            }
        }
        return answer
    }

    /// A key whose policy or grants alone cannot be read is still worth the other.
    private func keyAccess(_ id: String) async throws(OperationFailure) -> (KeyAccess, String?) {
        var gap: String?
        var policy: AccessPolicy?
        do throws(AWSError) {
            let text = try await calls.perform(KMS.GetKeyPolicy(keyID: id))
            do throws(PolicyError) { policy = try AccessPolicy(name: "key policy", json: text) } catch {
                gap = "\(Reference.key(id: id)): \(error)"
            }
        } catch {
            gap = OperationFailure(error, cannot: "read the policy of \(Reference.key(id: id))").message
        }
        var grants: [KeyAccess.Grant] = []
        do throws(AWSError) {
            var pages = AnswerPages(KMS.ListGrants(keyID: id), on: calls)
            grants = try await pages.all().flatMap(\.grants).compactMap { grant in
                grant.grantee.map {
                    KeyAccess.Grant(
                        name: Cleaned.text(grant.name ?? grant.id), grantee: Cleaned.text($0),
                        operations: grant.operations)
                }
            }
        } catch {
            gap = gap ?? OperationFailure(error, cannot: "list the grants of \(Reference.key(id: id))").message
        }
        return (KeyAccess(policy: policy, grants: grants), gap)
    }

    /// The resource policies of the asked secrets, and of all where there are few.
    func loadSecretPolicies(_ secrets: [SecretRow], _ asked: Set<Reference>) async -> SecretsAnswer {
        var answer = SecretsAnswer()
        let all = secrets.map(\.common.reference)
        let wanted = all.count <= Self.policyLimit ? all : all.filter(asked.contains)
        let outcomes = await BoundedWork.map(wanted, limit: Self.limit, secretPolicy)
        for (reference, outcome) in zip(wanted, outcomes) {
            switch outcome {
            case .success(let policy): answer.policies[reference] = policy
            case .failure(let failure): answer.gaps.append(failure.message)
            }
        }
        if wanted.count < all.count {
            answer.gaps.append(
                "the resource policies of \(all.count - wanted.count) secrets were not read; name a secret to have its own"
            )
        }
        return answer
    }

    private func secretPolicy(_ reference: Reference) async throws(OperationFailure) -> AccessPolicy {
        let none = AccessPolicy(name: "resource policy", statements: [])
        guard case .secret(let name, _, _) = reference else { return none }
        let text: String?
        do throws(AWSError) { text = try await calls.perform(SecretsManager.GetResourcePolicy(secretID: name)) } catch {
            throw OperationFailure(error, cannot: "read the resource policy of \(reference)")
        }
        guard let text else { return none }
        do throws(PolicyError) { return try AccessPolicy(name: "resource policy", json: text) } catch {
            throw OperationFailure(.badInput, "\(reference): \(error)")
        }
    }
}
