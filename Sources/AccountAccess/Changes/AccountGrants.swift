import AWSClient
import AWSServices
import Operations

/// Gives and takes inline policies of roles.
public struct AccountGrants: AccessGranting {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func policy(_ name: String, of role: String) async throws(CallFailure) -> String? {
        do throws(CallFailure) {
            return try await calls.change(
                IAM.GetRolePolicy(role: role, name: name), "look at policy \(name) of role \(role)"
            ).output.document
        } catch {
            if error.cause == .missing { return nil }
            throw error
        }
    }

    public func put(_ name: String, document: String, on role: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            IAM.PutRolePolicy(role: role, name: name, document: document), "give role \(role) policy \(name)"
        ).receipt
    }

    public func remove(_ name: String, from role: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            IAM.DeleteRolePolicy(role: role, name: name), "take policy \(name) from role \(role)"
        ).receipt
    }
}
