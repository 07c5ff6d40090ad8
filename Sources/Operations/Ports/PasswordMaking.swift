import SensitiveMemory

/// The ability to have a service make a value.
public protocol PasswordMaking: Sendable {
    func password(_ value: GeneratedValue) async throws(CallFailure) -> SecretBytes
}
