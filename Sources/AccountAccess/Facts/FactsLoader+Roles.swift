import AWSClient
import AWSServices
import Inventory
import Operations

/// What was read of roles: documents as they came.
struct RolesAnswer: Sendable {
    struct Role: Sendable {
        let arn: String
        var inline: [IAM.InlinePolicy] = []
        var attached: [IAM.AttachedPolicy] = []
        var boundary: String?
        var tags: [String: String] = [:]
        var unread: [String] = []
    }

    var roles: [String: Role] = [:]
    /// Users, each with its groups' policies, by ARN.
    var users: [String: Role] = [:]
    /// Managed policies' documents by ARN.
    var managed: [String: String] = [:]
    /// Whether all roles of the account are here.
    var isWhole = false
    var gaps: [String] = []
}

extension FactsLoader {
    /// All roles and users in a few pages.
    func loadRoles() async -> RolesAnswer {
        var answer = RolesAnswer()
        var pages = AnswerPages(IAM.GetAccountAuthorizationDetails(people: true), on: calls)
        var users: [IAM.GetAccountAuthorizationDetails.User] = []
        var groups: [String: IAM.GetAccountAuthorizationDetails.Group] = [:]
        do throws(AWSError) {
            while let page = try await pages.next() {
                users += page.users
                for group in page.groups { groups[group.name] = group }
                for role in page.roles {
                    answer.roles[role.arn] = RolesAnswer.Role(
                        arn: role.arn, inline: role.inline, attached: role.attached, boundary: role.boundary,
                        tags: role.tags)
                }
                for policy in page.policies { answer.managed[policy.arn] = policy.document }
            }
            answer.isWhole = true
        } catch {
            // Role by role is more calls, but each may be allowed; if not, each role says so.
            answer.gaps.append(
                OperationFailure(
                    error,
                    cannot: error.kind == .denied
                        ? "list users and roles that are no function's, so who of them may read is not told"
                        : "list the account's roles"
                ).message)
        }
        for user in users {
            let joined = user.groups.compactMap { groups[$0] }
            answer.users[user.arn] = RolesAnswer.Role(
                arn: user.arn, inline: user.inline + joined.flatMap(\.inline),
                attached: user.attached + joined.flatMap(\.attached), boundary: user.boundary, tags: user.tags,
                unread: user.groups.filter { groups[$0] == nil }.map { "the policies of group \($0)" })
        }
        return answer
    }

    /// The execution roles of the listed functions, and everybody else of the account, with every document that they hang
    /// on.
    func resolve(_ answer: RolesAnswer, in facts: inout AccountFacts) async {
        var answer = answer
        let wanted = Set(facts.functions.compactMap(\.role)).sorted()
        if !answer.isWhole {
            let missing = wanted.filter { answer.roles[$0] == nil }
            for outcome in await BoundedWork.map(missing, limit: Self.limit, loadRole) {
                switch outcome {
                case .success(let role): answer.roles[role.arn] = role
                case .failure(let failure):
                    if !facts.gaps.contains(failure.message) { facts.gaps.append(failure.message) }
                }
            }
        }
        let used = wanted.compactMap { answer.roles[$0] }
        // Nobody but its service can be a service-linked role.
        let others =
            answer.isWhole
            ? answer.roles.values.filter { !wanted.contains($0.arn) && !$0.arn.contains(":role/aws-service-role/") }
                + answer.users.values : []
        let policies = Set((used + others).flatMap { $0.attached.map(\.arn) + ($0.boundary.map { [$0] } ?? []) })
        let unknown = policies.filter { answer.managed[$0] == nil }.sorted()
        let outcomes = await BoundedWork.map(unknown, limit: Self.limit, loadManaged)
        for (arn, outcome) in zip(unknown, outcomes) {
            switch outcome {
            case .success(let document): answer.managed[arn] = document
            case .failure(let failure): facts.gaps.append(failure.message)
            }
        }
        for role in used { facts.roles[role.arn] = PolicyCaller(role, managed: answer.managed, account: account) }
        facts.principals = others.sorted { $0.arn < $1.arn }.map {
            PolicyCaller($0, managed: answer.managed, account: account)
        }
        let lost = wanted.filter { facts.roles[$0] == nil }
        if !lost.isEmpty {
            let names = lost.prefix(3).map { String($0.split(separator: "/").last ?? "") }.joined(separator: ", ")
            facts.gaps.append(
                "the policies of \(lost.count) execution role\(lost.count == 1 ? "" : "s") are not known (\(names)"
                    + (lost.count > 3 ? ", …)" : ")"))
        }
    }

    private func loadRole(_ arn: String) async throws(OperationFailure) -> RolesAnswer.Role {
        let name = String(arn.split(separator: "/").last ?? "")
        var role = RolesAnswer.Role(arn: arn)
        do throws(AWSError) {
            let known = try await calls.perform(IAM.GetRole(name: name))
            role.boundary = known.boundary
            role.tags = known.tags
            var names = AnswerPages(IAM.ListRolePolicies(role: name), on: calls)
            for policy in try await names.all().flatMap(\.names) {
                role.inline.append(try await calls.perform(IAM.GetRolePolicy(role: name, name: policy)))
            }
            var attached = AnswerPages(IAM.ListAttachedRolePolicies(role: name), on: calls)
            role.attached = try await attached.all().flatMap(\.policies)
            return role
        } catch {
            throw OperationFailure(error, cannot: "read the policies of execution roles")
        }
    }

    private func loadManaged(_ arn: String) async throws(OperationFailure) -> String {
        do throws(AWSError) {
            let version = try await calls.perform(IAM.GetPolicy(arn: arn))
            return try await calls.perform(IAM.GetPolicyVersion(arn: arn, version: version))
        } catch {
            throw OperationFailure(error, cannot: "read the managed policy \(arn)")
        }
    }
}

extension PolicyCaller {
    /// The role with its documents read; one that is missing or is none counts as unread.
    init(_ role: RolesAnswer.Role, managed: [String: String], account: String) {
        var policies: [AccessPolicy] = []
        var unread = role.unread
        func add(_ name: String, _ document: String?) -> AccessPolicy? {
            guard let document else {
                unread.append("policy \(name)")
                return nil
            }
            do throws(PolicyError) { return try AccessPolicy(name: name, json: document) } catch {
                unread.append("policy \(name)")
                return nil
            }
        }
        for policy in role.inline { if let read = add(policy.name, policy.document) { policies.append(read) } }
        for policy in role.attached { if let read = add(policy.name, managed[policy.arn]) { policies.append(read) } }
        let boundary = role.boundary.flatMap { arn in
            add("boundary \(arn.split(separator: "/").last ?? "")", managed[arn])
        }
        self.init(
            arn: role.arn, account: account, policies: policies, boundary: boundary, unread: unread, tags: role.tags)
    }
}
