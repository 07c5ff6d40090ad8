import AWSClient
import AWSServices
import Operations
import SensitiveMemory

/// Makes, decrypts and re-encrypts data keys in KMS.
public struct AccountDataKeys: DataKeyHandling {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func newDataKey(
        under key: String, context: EncryptionContext
    ) async throws(OperationFailure) -> DataKey {
        let answer = try await answer(
            to: KMS.GenerateDataKey(keyID: key, context: context.pairs), cannot: "make a data key under \(key)")
        return DataKey(
            bytes: try Self.held(answer.output.plaintext, answer.requestID),
            wrapped: WrappedKey(ciphertext: answer.output.ciphertext, keyARN: answer.output.keyARN),
            requestID: answer.requestID)
    }

    public func dataKey(
        of wrapped: WrappedKey, context: EncryptionContext
    ) async throws(OperationFailure) -> DataKey {
        let answer = try await answer(
            to: KMS.Decrypt(ciphertext: wrapped.ciphertext, context: context.pairs, keyID: wrapped.keyARN),
            cannot: "decrypt the data key")
        return DataKey(
            bytes: try Self.held(answer.output.plaintext, answer.requestID),
            wrapped: WrappedKey(ciphertext: wrapped.ciphertext, keyARN: answer.output.keyARN),
            requestID: answer.requestID)
    }

    public func rewrapped(
        _ wrapped: WrappedKey, under key: String, context: EncryptionContext
    ) async throws(OperationFailure) -> (key: WrappedKey, requestID: String) {
        let answer = try await answer(
            to: KMS.ReEncrypt(ciphertext: wrapped.ciphertext, context: context.pairs, destination: key),
            cannot: "re-encrypt the data key under \(key)")
        return (
            WrappedKey(ciphertext: answer.output.ciphertext, keyARN: answer.output.keyARN),
            answer.requestID
        )
    }

    private func answer<Operation: AWSOperation>(
        to operation: Operation, cannot act: String
    ) async throws(OperationFailure) -> (output: Operation.Output, requestID: String) {
        do throws(AWSError) {
            return try await calls.answer(to: operation)
        } catch  where error.code == "InvalidCiphertextException" {
            // AWS sends this one without words.
            throw OperationFailure(
                .badInput,
                "cannot \(act): it is no KMS ciphertext, or it was made with another encryption context or key",
                code: error.code, requestID: error.requestID)
        } catch {
            throw OperationFailure(error, cannot: act)
        }
    }

    private static func held(
        _ value: Result<SecretBytes, any Error>, _ requestID: String
    ) throws(OperationFailure) -> SecretBytes {
        switch value {
        case .success(let bytes): return bytes
        case .failure:
            throw OperationFailure(.ownFault, "no locked memory is left for the data key", requestID: requestID)
        }
    }
}
