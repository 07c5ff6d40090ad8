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
        return try Self.base64(answer.output)
    }

    public func decrypt(_ text: SecretBytes, of function: String) async throws(CallFailure) -> SecretBytes {
        let act = "decrypt a variable of function \(function)"
        let ciphertext = try Self.bytes(text, act)
        do throws(CallFailure) {
            return try await decrypt(ciphertext, [Self.contextName: function], act)
        } catch {
            // AWS does not say whether the context or the key is wrong.
            guard error.failure.code == "InvalidCiphertextException" else { throw error }
            return try await decrypt(ciphertext, [:], act)
        }
    }

    public func reEncrypt(
        _ text: SecretBytes, under key: String, of function: String
    ) async throws(CallFailure) -> ReEncryptedVariable {
        let act = "encrypt a variable of function \(function) anew under \(key)"
        let ciphertext = try Self.bytes(text, act)
        let output: KMS.ReEncrypt.Output
        do throws(CallFailure) {
            let operation = KMS.ReEncrypt(
                ciphertext: ciphertext, context: [Self.contextName: function], destination: key)
            output = try await calls.change(operation, act).output
        } catch {
            guard error.failure.code == "InvalidCiphertextException" else { throw error }
            output = try await calls.change(KMS.ReEncrypt(ciphertext: ciphertext, destination: key), act).output
        }
        return ReEncryptedVariable(
            text: try Self.base64(output.ciphertext), formerKey: output.sourceKeyARN.map(Self.id),
            key: Self.id(output.keyARN))
    }

    /// The id in a key's ARN.
    private static func id(_ key: String) -> String {
        key.hasPrefix("arn:") ? Cleaned.text(String(key.split(separator: "/").last ?? "")) : Cleaned.text(key)
    }

    private static func bytes(_ text: SecretBytes, _ act: String) throws(CallFailure) -> [UInt8] {
        let bytes = text.withUnsafeBytes { Data(base64Encoded: String(decoding: $0, as: UTF8.self)) }
        guard let bytes else {
            throw CallFailure(.refused, OperationFailure(.badInput, "cannot \(act): it is no base64"))
        }
        return Array(bytes)
    }

    private static func base64(_ ciphertext: [UInt8]) throws(CallFailure) -> SecretBytes {
        var text = Data(ciphertext).base64EncodedString()
        do { return try text.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) } } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the environment"))
        }
    }

    private func decrypt(
        _ ciphertext: [UInt8], _ context: [String: String], _ act: String
    ) async throws(CallFailure) -> SecretBytes {
        let answer = try await calls.change(KMS.Decrypt(ciphertext: ciphertext, context: context), act)
        return try FetchedValue.held(answer.output.plaintext, version: nil, answer.receipt).bytes
    }
}
