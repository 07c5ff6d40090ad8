import Inventory
import SensitiveMemory

/// The ability to make, delete and configure secrets and parameters.
public protocol StoreChanging: Sendable {
    /// Makes a secret with its first version under this token. Throws `refused` with `ResourceExistsException` if one of
    /// this name is there.
    func create(
        _ secret: String, value: SecretBytes, isBinary: Bool, token: String, keyID: String?, description: String?,
        tags: [String: String]
    ) async throws(CallFailure) -> CallReceipt
    /// Schedules the deletion of a secret.
    func delete(_ secret: String, recoveryDays: Int) async throws(CallFailure) -> CallReceipt
    /// Calls a scheduled deletion off.
    func restore(_ secret: String) async throws(CallFailure) -> CallReceipt
    /// A setting in its canonical text: of tags and replicas all that there are.
    func setting(_ setting: StoreSetting, of store: Reference) async throws(CallFailure) -> String
    /// Makes one call that brings the setting from what it is nearer to what is wanted.
    func change(
        _ setting: StoreSetting, of store: Reference, from actual: String, to wanted: String
    ) async throws(CallFailure) -> CallReceipt
    /// The canonical text of a key that a person has named.
    func keyARN(_ key: String) async throws(CallFailure) -> String
}
