import AWSClient
import AWSServices
import Inventory
import Operations

/// Asks iam:SimulatePrincipalPolicy what the caller's own policies say of a plan's calls.
///
/// Whoever may not simulate is told so, and nothing else changes: a plan needs the rights, not their test.
public struct AccountPermissions: PermissionTesting {
    /// Resources in one call; each is evaluated with each action.
    private static let limit = 40

    private let calls: any AWSCalling
    private let caller: CallerIdentity

    public init(calls: any AWSCalling, caller: CallerIdentity) {
        self.calls = calls
        self.caller = caller
    }

    public func tested(_ permissions: [PlanPermission]) async -> (permissions: [PlanPermission], problem: String?) {
        do throws(OperationFailure) {
            let principal = try await principal()
            var result = permissions
            for (resources, actions) in groups(permissions) {
                let decisions = try await decisions(of: principal, actions, resources)
                for place in result.indices {
                    let key = Key(action: result[place].action, resource: concrete(result[place].resource))
                    if let decision = decisions[key] { result[place].decision = decision }
                }
            }
            return (result, nil)
        } catch {
            let code = error.code.isEmpty ? "" : " (\(error.code))"
            return (permissions, "permissions were not tested: \(error.message)\(code)")
        }
    }

    private struct Key: Hashable {
        let action: String
        let resource: String
    }

    /// Resources that need the same actions, together.
    private func groups(_ permissions: [PlanPermission]) -> [(resources: [String], actions: [String])] {
        var actions: [String: [String]] = [:]
        var order: [String] = []
        for permission in permissions {
            let resource = concrete(permission.resource)
            if actions[resource] == nil { order.append(resource) }
            actions[resource, default: []].append(permission.action)
        }
        var groups: [(resources: [String], actions: [String])] = []
        for resource in order {
            let needed = actions[resource] ?? []
            if let place = groups.firstIndex(where: { $0.actions == needed && $0.resources.count < Self.limit }) {
                groups[place].resources.append(resource)
            } else {
                groups.append(([resource], needed))
            }
        }
        return groups
    }

    private func decisions(
        of principal: String, _ actions: [String], _ resources: [String]
    ) async throws(OperationFailure) -> [Key: String] {
        do throws(AWSError) {
            var pages = AnswerPages(
                IAM.SimulatePrincipalPolicy(principal: principal, actions: actions, resources: resources), on: calls)
            var decisions: [Key: String] = [:]
            for evaluation in try await pages.all().flatMap(\.evaluations) {
                let decision: String = Cleaned.text(evaluation.decision)
                for resource in evaluation.resource.map({ [$0] }) ?? resources {
                    decisions[Key(action: evaluation.action, resource: resource)] = decision
                }
            }
            return decisions
        } catch {
            throw OperationFailure(error, cannot: "simulate the policies of \(principal)")
        }
    }

    /// A session has no policies of its own to simulate: its role has.
    private func principal() async throws(OperationFailure) -> String {
        let arn = AmazonResourceName(caller.arn)
        guard let arn, arn.service == "sts" else {
            guard arn?.resource != "root" else {
                throw OperationFailure(.usage, "the account's root user has no policies that could be simulated")
            }
            return caller.arn
        }
        let parts = arn.resource.split(separator: "/")
        guard parts.count == 3, parts[0] == "assumed-role" else {
            throw OperationFailure(.usage, "\(caller.arn) has no policies that could be simulated")
        }
        let role = String(parts[1])
        do throws(AWSError) { return try await calls.perform(IAM.GetRole(name: role)).arn } catch {
            // A path is not in the session's ARN; without the right to look, none is assumed.
            guard error.kind == .denied || error.kind == .notFound else {
                throw OperationFailure(error, cannot: "look at role \(role)")
            }
            return "arn:\(caller.partition):iam::\(caller.account):role/\(role)"
        }
    }

    private func concrete(_ resource: String) -> String {
        resource.hasPrefix("arn:*:") ? "arn:\(caller.partition):" + resource.dropFirst(6) : resource
    }
}
