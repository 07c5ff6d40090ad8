/// The ability to let a role read something, by an inline policy of its own.
public protocol AccessGranting: Sendable {
    /// The policy's document; nil if the role has none of this name.
    func policy(_ name: String, of role: String) async throws(CallFailure) -> String?
    func put(_ name: String, document: String, on role: String) async throws(CallFailure) -> CallReceipt
    func remove(_ name: String, from role: String) async throws(CallFailure) -> CallReceipt
}
