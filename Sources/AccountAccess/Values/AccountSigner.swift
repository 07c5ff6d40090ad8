import AWSClient
import AWSServices
import Operations
import SensitiveMemory

/// Signs messages with keys of KMS.
public struct AccountSigner: MessageSigning {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func sign(_ message: [UInt8], with key: String) async throws(OperationFailure) -> MessageSignature {
        do throws(AWSError) {
            let known = try await calls.perform(KMS.GetPublicKey(keyID: key))
            guard let algorithm = SignatureAlgorithm.allCases.first(where: { known.algorithms.contains($0.rawValue) })
            else { throw Self.wrongKey(key, known) }
            let answer = try await calls.answer(
                to: KMS.Sign(keyID: key, message: message, algorithm: algorithm.rawValue))
            return MessageSignature(
                keyARN: answer.output.keyARN, algorithm: algorithm, signature: answer.output.signature,
                requestID: answer.requestID)
        } catch {
            throw OperationFailure(error, cannot: "sign with \(key)")
        }
    }

    public func publicKey(of key: String) async throws(OperationFailure) -> [UInt8] {
        do throws(AWSError) {
            return try await calls.perform(KMS.GetPublicKey(keyID: key)).publicKey
        } catch {
            throw OperationFailure(error, cannot: "read the public key of \(key)")
        }
    }

    private static func wrongKey(_ key: String, _ known: KMS.GetPublicKey.Output) -> AWSError {
        let names = SignatureAlgorithm.allCases.map(\.rawValue).joined(separator: ", ")
        return AWSError(
            .invalidRequest, operation: "kms:Sign", code: "UnsupportedKey",
            message: "\(key) signs by none of \(names); make one with KeyUsage SIGN_VERIFY and KeySpec ECC_NIST_P256")
    }
}
