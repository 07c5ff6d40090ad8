import AWSClient
import AWSServices
import Inventory
import Operations

/// Reads all roles of an account with their documents and who may assume them. Service-linked roles are left out: nobody
/// but their service can be them.
public struct PrincipalsLoader: Sendable {
    private let calls: any AWSCalling
    private let account: String

    public init(calls: any AWSCalling, account: String) {
        self.calls = calls
        self.account = account
    }

    /// What cannot be read is a gap.
    public func load() async -> AccountPrincipals {
        var roles: [IAM.GetAccountAuthorizationDetails.Role] = []
        var documents: [String: String] = [:]
        var pages = AnswerPages(IAM.GetAccountAuthorizationDetails(), on: calls)
        do throws(AWSError) {
            while let page = try await pages.next() {
                roles += page.roles
                for policy in page.policies { documents[policy.arn] = policy.document }
            }
        } catch {
            let failure = OperationFailure(error, cannot: "list the account's roles and who may assume them")
            return AccountPrincipals(gaps: [failure.message])
        }
        roles.removeAll { $0.arn.contains(":role/aws-service-role/") }
        let gaps = await fill(&documents, for: roles)
        let principals = roles.map { role in
            let known = RolesAnswer.Role(
                arn: role.arn, inline: role.inline, attached: role.attached, boundary: role.boundary, tags: role.tags)
            return AccountPrincipals.Principal(
                caller: PolicyCaller(known, managed: documents, account: account), trustedAccounts: trusted(role.trust))
        }
        return AccountPrincipals(principals: principals, gaps: gaps)
    }

    /// Adds the managed policies that the answer named and did not bring.
    private func fill(
        _ documents: inout [String: String], for roles: [IAM.GetAccountAuthorizationDetails.Role]
    ) async -> [String] {
        let wanted = Set(roles.flatMap { $0.attached.map(\.arn) + [$0.boundary].compactMap(\.self) })
        let missing = wanted.filter { documents[$0] == nil }.sorted()
        let calls = calls
        let outcomes = await BoundedWork.map(missing, limit: FactsLoader.limit) { arn throws(OperationFailure) in
            do throws(AWSError) {
                let version = try await calls.perform(IAM.GetPolicy(arn: arn))
                return try await calls.perform(IAM.GetPolicyVersion(arn: arn, version: version))
            } catch {
                throw OperationFailure(error, cannot: "read the managed policy \(arn)")
            }
        }
        var gaps: [String] = []
        for (arn, outcome) in zip(missing, outcomes) {
            switch outcome {
            case .success(let document): documents[arn] = document
            case .failure(let failure): gaps.append(failure.message)
            }
        }
        return gaps
    }

    /// The other accounts that the trust policy lets in.
    private func trusted(_ trust: String?) -> [String] {
        guard let trust else { return [] }
        let document: AccessPolicy
        do throws(PolicyError) { document = try AccessPolicy(name: "trust", json: trust) } catch { return [] }
        var accounts: Set<String> = []
        for statement in document.statements where statement.effect == .allow {
            guard case .among(let principals)? = statement.principal else { continue }
            for principal in principals {
                switch principal {
                case .everybody: accounts.insert("*")
                case .aws(let text):
                    let other = AmazonResourceName(text)?.account ?? text
                    if other != account { accounts.insert(Cleaned.text(other)) }
                case .service, .other: break
                }
            }
        }
        return accounts.sorted()
    }
}
