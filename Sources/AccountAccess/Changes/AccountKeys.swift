import AWSClient
import AWSServices
import Operations

/// Gives KMS keys new material, and aliases other keys.
public struct AccountKeys: KeyRotating {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func state(of key: String) async throws(CallFailure) -> KeyRotationState {
        let metadata = try await calls.change(KMS.DescribeKey(keyID: key), "look at key \(key)").output
        var isRotating = false
        var rotations: [KMS.ListKeyRotations.Rotation] = []
        if metadata.manager == "CUSTOMER", metadata.spec == "SYMMETRIC_DEFAULT" {
            do throws(AWSError) {
                var pages = AnswerPages(KMS.ListKeyRotations(keyID: metadata.id), on: calls)
                isRotating =
                    try await calls.perform(KMS.GetKeyRotationStatus(keyID: metadata.id)).onDemandStarted != nil
                rotations = try await pages.all().flatMap(\.rotations)
            } catch {
                throw CallFailure(error, cannot: "list the rotations of key \(key)")
            }
        }
        return KeyRotationState(
            id: Cleaned.text(metadata.id), isEnabled: metadata.state == "Enabled", manager: metadata.manager,
            spec: metadata.spec, usage: metadata.usage, origin: metadata.origin,
            rotations: rotations.count(where: \.isOnDemand), isRotating: isRotating)
    }

    public func rotateOnDemand(_ key: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(KMS.RotateKeyOnDemand(keyID: key), "rotate key \(key)").receipt
    }

    public func point(_ alias: String, to key: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(KMS.UpdateAlias(alias: alias, keyID: key), "point \(alias) to key \(key)").receipt
    }
}
