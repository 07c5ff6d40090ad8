import AWSClient
import AWSServices
import Inventory
import Operations
import SensitiveMemory

/// Reads one value from Lambda, Parameter Store or Secrets Manager into locked memory.
public struct AccountValues: ValueFetching {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func value(of reference: Reference) async throws(OperationFailure) -> FetchedValue {
        switch reference {
        case .variable(let function, let qualifier, let name):
            return try await variable(name, function, qualifier, reference)
        case .parameter(let name, let selector):
            let answer = try await answer(
                to: ParameterStore.GetParameter(name: selector.map { "\(name):\($0)" } ?? name), reference)
            return try Self.held(
                answer.output.value, version: answer.output.version.map(String.init), requestID: answer.requestID)
        case .secret(let name, let version, nil):
            let answer = try await answer(
                to: SecretsManager.GetSecretValue(secretID: name, version: .init(version)), reference)
            return try Self.held(
                answer.output.value, version: answer.output.versionID, requestID: answer.requestID,
                isBinary: answer.output.isBinary)
        case .secret(_, _, .some):
            throw OperationFailure(.ownFault, "\(reference): a field is taken out of its secret, never fetched alone")
        case .key: throw OperationFailure(.usage, "\(reference): a key never leaves KMS and has no value to read")
        case .function:
            throw OperationFailure(.usage, "\(reference): a function has no value; name a variable: env:FUNCTION/KEY")
        case .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            throw OperationFailure(.usage, "\(reference) names nothing that has a value")
        }
    }

    /// Every answer brings the whole environment; only the one value is kept.
    private func variable(
        _ name: String, _ function: String, _ qualifier: String?, _ reference: Reference
    ) async throws(OperationFailure) -> FetchedValue {
        let read: EnvironmentReader<Result<SecretBytes, any Error>?> = { candidate, value in
            candidate == name ? Result { try SecretBytes(copying: value) } : nil
        }
        let answer = try await answer(
            to: Lambda.GetFunctionConfiguration(function: function, qualifier: qualifier, read: read), reference)
        guard let value = answer.output.environment.variables.compactMap(\.self).first else {
            if let error = answer.output.environment.error {
                throw OperationFailure(
                    error.contains("AccessDenied") ? .denied : .failed,
                    "cannot read \(reference): AWS could not decrypt the environment: \(Cleaned.text(error))",
                    requestID: answer.requestID)
            }
            throw OperationFailure(
                .notFound, "cannot read \(reference): the function has no such variable", requestID: answer.requestID)
        }
        return try Self.held(value, version: answer.output.revisionID, requestID: answer.requestID)
    }

    private func answer<Operation: AWSOperation>(
        to operation: Operation, _ reference: Reference
    ) async throws(OperationFailure) -> (output: Operation.Output, requestID: String) {
        do throws(AWSError) {
            return try await calls.answer(to: operation)
        } catch {
            throw OperationFailure(error, cannot: "read \(reference)")
        }
    }

    private static func held(
        _ value: Result<SecretBytes, any Error>, version: String?, requestID: String, isBinary: Bool = false
    ) throws(OperationFailure) -> FetchedValue {
        switch value {
        case .success(let bytes):
            return FetchedValue(
                bytes: bytes, version: Cleaned.text(version), requestID: Cleaned.text(requestID), isBinary: isBinary)
        case .failure:
            throw OperationFailure(.ownFault, "no locked memory is left for the value", requestID: requestID)
        }
    }
}
