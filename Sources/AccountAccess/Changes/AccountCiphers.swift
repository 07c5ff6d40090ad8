import AWSClient
import AWSServices
import FoundationEssentials
import Operations
import SensitiveMemory

/// Encrypts and decrypts what variables hold with KMS keys.
public struct AccountCiphers: VariableEncrypting {
    /// The name in the encryption context by which the Lambda console binds a variable to its function.
    static let contextName = "LambdaFunctionName"

    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func encrypt(
        _ value: SecretBytes, under key: String, for function: String
    ) async throws(CallFailure) -> SecretBytes {
        let answer = try await calls.change("encrypt a variable of function \(function) under \(key)") {
            try KMS.Encrypt(keyID: key, plaintext: value, context: [Self.contextName: function])
        }
        var text = Data(answer.output).base64EncodedString()
        do { return try text.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) } } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the environment"))
        }
    }

    public func decrypt(_ text: SecretBytes, of function: String) async throws(CallFailure) -> SecretBytes {
        let act = "decrypt a variable of function \(function)"
        let ciphertext = text.withUnsafeBytes { Data(base64Encoded: String(decoding: $0, as: UTF8.self)) }
        guard let ciphertext else {
            throw CallFailure(.refused, OperationFailure(.badInput, "cannot \(act): it is no base64"))
        }
        do throws(CallFailure) {
            return try await decrypt(Array(ciphertext), [Self.contextName: function], act)
        } catch {
            // AWS does not say whether the context or the key is wrong.
            guard error.failure.code == "InvalidCiphertextException" else { throw error }
            return try await decrypt(Array(ciphertext), [:], act)
        }
    }

    private func decrypt(
        _ ciphertext: [UInt8], _ context: [String: String], _ act: String
    ) async throws(CallFailure) -> SecretBytes {
        let answer = try await calls.change(KMS.Decrypt(ciphertext: ciphertext, context: context), act)
        return try FetchedValue.held(answer.output.plaintext, version: nil, answer.receipt).bytes
    }
}
