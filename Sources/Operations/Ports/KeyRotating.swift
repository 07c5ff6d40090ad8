/// The ability to give a KMS key new material, and an alias another key.
public protocol KeyRotating: Sendable {
    /// A key by its id, its ARN, or `alias/NAME`.
    func state(of key: String) async throws(CallFailure) -> KeyRotationState
    func rotateOnDemand(_ key: String) async throws(CallFailure) -> CallReceipt
    func point(_ alias: String, to key: String) async throws(CallFailure) -> CallReceipt
}

/// How a key stands.
public struct KeyRotationState: Sendable, Equatable {
    public var id: String
    public var isEnabled: Bool
    /// CUSTOMER or AWS.
    public var manager: String?
    public var spec: String?
    public var usage: String?
    /// AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE.
    public var origin: String?
    /// Rotations on demand that are over.
    public var rotations: Int
    /// Whether one is under way.
    public var isRotating: Bool

    public init(
        id: String, isEnabled: Bool = true, manager: String? = "CUSTOMER", spec: String? = "SYMMETRIC_DEFAULT",
        usage: String? = "ENCRYPT_DECRYPT", origin: String? = "AWS_KMS", rotations: Int = 0,
        isRotating: Bool = false
    ) {
        self.id = id
        self.isEnabled = isEnabled
        self.manager = manager
        self.spec = spec
        self.usage = usage
        self.origin = origin
        self.rotations = rotations
        self.isRotating = isRotating
    }
}
