import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// States, versions and policies of a thing, from the calls that tell no value.
public struct AccountEvidence: EvidenceTaking {
    private let calls: any AWSCalling
    private let details: any DetailLoading

    public init(calls: any AWSCalling, details: any DetailLoading) {
        self.calls = calls
        self.details = details
    }

    public func parts(of reference: Reference) -> [EvidencePart] {
        switch reference {
        case .function(let name, _), .functionURL(let name), .alias(let name, _), .variable(let name, _, _):
            [
                detail(.function(name: name)),
                policy { calls throws(AWSError) in try await Self.functionPolicy(name, calls) }
            ]
        case .secret(let name, _, _):
            [
                detail(.secret(name: name)),
                policy { calls throws(AWSError) in
                    try await calls.perform(SecretsManager.GetResourcePolicy(secretID: name))
                }
            ]
        case .parameter(let name, _): [detail(.parameter(name: name))]
        case .key(let id):
            [
                detail(reference),
                policy { calls throws(AWSError) in try await calls.perform(KMS.GetKeyPolicy(keyID: id)) }
            ]
        case .eventSourceMapping(let uuid): [mapping(uuid)]
        case .role(let name): [trust(name), inlinePolicies(ofRole: name)]
        case .user(let name): [keys { name }, userPolicies { name }]
        case .accessKey(let id):
            [
                keys { () throws(AWSError) in try await owner(id) },
                userPolicies { () throws(AWSError) in try await owner(id) }
            ]
        case .stack: []
        }
    }

    private func detail(_ reference: Reference) -> EvidencePart {
        EvidencePart("state") { () throws(OperationFailure) in
            let detail = try await details.detail(of: reference)
            var lines: [(label: String, text: String)] = [("arn", detail.row.common.arn ?? "")]
            for section in detail.sections {
                lines += section.lines.map { ("\(section.title): \($0.label)", $0.text) }
                if let problem = section.problem { lines.append((section.title, problem)) }
            }
            return lines
        }
    }

    private func policy(
        _ read: @escaping @Sendable (any AWSCalling) async throws(AWSError) -> String?
    ) -> EvidencePart {
        part("policy") { calls throws(AWSError) in
            let text = try await read(calls)
            return [("policy", text ?? "none")]
        }
    }

    private static func functionPolicy(_ name: String, _ calls: any AWSCalling) async throws(AWSError) -> String? {
        do throws(AWSError) { return try await calls.perform(Lambda.GetPolicy(function: name)).policy } catch {
            guard error.kind == .notFound else { throw error }
            return nil
        }
    }

    private func mapping(_ uuid: String) -> EvidencePart {
        part("state") { calls throws(AWSError) in
            let mapping = try await calls.perform(Lambda.GetEventSourceMapping(uuid: uuid))
            return [
                ("state", mapping.state ?? "?"), ("source", mapping.eventSourceARN ?? "?"),
                ("function", mapping.functionARN ?? "?"), ("last result", mapping.lastProcessingResult ?? "?")
            ]
        }
    }

    private func trust(_ name: String) -> EvidencePart {
        part("role") { calls throws(AWSError) in
            let role = try await calls.perform(IAM.GetRole(name: name))
            var attached = AnswerPages(IAM.ListAttachedRolePolicies(role: name), on: calls)
            let policies = try await attached.all().flatMap(\.policies).map { ("attached", $0.arn) }
            return [("arn", role.arn), ("trust", role.trust ?? "?")] + policies
        }
    }

    private func inlinePolicies(ofRole name: String) -> EvidencePart {
        part("inline policies") { calls throws(AWSError) in
            var pages = AnswerPages(IAM.ListRolePolicies(role: name), on: calls)
            var lines: [(label: String, text: String)] = []
            for policy in try await pages.all().flatMap(\.names) {
                lines.append((policy, try await calls.perform(IAM.GetRolePolicy(role: name, name: policy)).document))
            }
            return lines
        }
    }

    private func owner(_ id: String) async throws(AWSError) -> String {
        try await calls.perform(IAM.GetAccessKeyLastUsed(id: id)).user ?? ""
    }

    private func keys(_ name: @escaping @Sendable () async throws(AWSError) -> String) -> EvidencePart {
        part("access keys") { calls throws(AWSError) in
            var pages = AnswerPages(IAM.ListAccessKeys(user: try await name()), on: calls)
            return try await pages.all().flatMap(\.keys).map { key in
                (key.id, key.status + (key.created.map { " since " + $0.formatted(.iso8601) } ?? ""))
            }
        }
    }

    private func userPolicies(_ name: @escaping @Sendable () async throws(AWSError) -> String) -> EvidencePart {
        part("user policies") { calls throws(AWSError) in
            let user = try await name()
            var attached = AnswerPages(IAM.ListAttachedUserPolicies(user: user), on: calls)
            var lines = try await attached.all().flatMap(\.policies).map { (label: "attached", text: $0.arn) }
            var inline = AnswerPages(IAM.ListUserPolicies(user: user), on: calls)
            for policy in try await inline.all().flatMap(\.names) {
                lines.append((policy, try await calls.perform(IAM.GetUserPolicy(user: user, name: policy)).document))
            }
            return lines
        }
    }

    private func part(
        _ title: String,
        _ read: @escaping @Sendable (any AWSCalling) async throws(AWSError) -> [(label: String, text: String)]
    ) -> EvidencePart {
        EvidencePart(title) { () throws(OperationFailure) in
            do throws(AWSError) {
                return try await read(calls).map { (Cleaned.text($0.label), Cleaned.text($0.text)) }
            } catch {
                throw OperationFailure(error, cannot: "keep the \(title)")
            }
        }
    }
}
