import AWSClient
import AccountAccess
import AuditTrail
import Inventory
import Operations

extension AccountPermissions {
    /// The plan with what IAM says of its permissions, where it may be asked.
    static func tested(_ plan: Plan, calls: AWSClient, _ context: AuditContext) async -> Plan {
        var plan = plan
        let arn = context.actorARN ?? ""
        let caller = CallerIdentity(
            account: context.account ?? "", arn: arn, userID: "", partition: AmazonResourceName(arn)?.partition ?? "aws"
        )
        let (permissions, problem) = await AccountPermissions(calls: calls, caller: caller).tested(plan.permissions)
        plan.permissions = permissions
        if let problem { plan.warnings.append(problem) }
        return plan
    }
}
