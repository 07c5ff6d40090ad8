import AWSClient
import AWSServices
import Operations
import SensitiveMemory

/// Reads and changes functions, their versions and aliases.
public struct AccountFunctions: FunctionChanging {
    let calls: any AWSCalling
    let fingerprints: FingerprintKey

    public init(calls: any AWSCalling, fingerprints: FingerprintKey) {
        self.calls = calls
        self.fingerprints = fingerprints
    }

    typealias Print = (name: String, print: Fingerprint)

    /// What is kept of a variable: its name and fingerprint.
    var reader: EnvironmentReader<Print> {
        { name, value in (name, fingerprints.fingerprint(of: value)) }
    }

    public func state(of function: String, qualifier: String?) async throws(CallFailure) -> FunctionState {
        let operation = Lambda.GetFunction(
            function: function, qualifier: qualifier, settings: true, read: reader)
        return FunctionState(try await calls.change(operation, "look at function \(function)").output.configuration)
    }

    public func publish(
        _ function: String, codeSHA256: String?, revision: String, description: String
    ) async throws(CallFailure) -> (state: FunctionState, receipt: CallReceipt) {
        let operation = Lambda.PublishVersion(
            function: function, codeSHA256: codeSHA256, revisionID: revision, description: description, read: reader)
        let answer = try await calls.change(operation, "publish function \(function)")
        return (FunctionState(answer.output), answer.receipt)
    }

    public func versions(of function: String) async throws(CallFailure) -> [FunctionState] {
        do throws(AWSError) {
            var pages = AnswerPages(
                Lambda.ListVersionsByFunction(function: function, settings: true, read: reader), on: calls)
            return try await pages.all().flatMap(\.versions).filter { $0.version != "$LATEST" }.map(FunctionState.init)
        } catch {
            throw CallFailure(error, cannot: "list the versions of function \(function)")
        }
    }

    public func deleteVersion(_ version: String, of function: String) async throws(CallFailure) -> CallReceipt {
        let act = "delete version \(version) of function \(function)"
        guard let number = Int(version), let operation = Lambda.DeleteFunction(function: function, version: number)
        else {
            throw CallFailure(
                .refused, OperationFailure(.ownFault, "will not \(act): only a version with a number is deleted"))
        }
        return try await calls.change(operation, act).receipt
    }

    public func value(
        of variable: String, in function: String, qualifier: String?
    ) async throws(CallFailure) -> SecretBytes? {
        let read: EnvironmentReader<Result<SecretBytes, any Error>?> = { name, value in
            name == variable ? Result { try SecretBytes(copying: value) } : nil
        }
        let operation = Lambda.GetFunction(function: function, qualifier: qualifier, read: read)
        let answer = try await calls.change(operation, "read \(variable) of function \(function)")
        let environment = answer.output.configuration.environment
        if let error = environment.error {
            throw CallFailure(
                .refused,
                OperationFailure(.failed, "AWS cannot read the variables of \(function): \(Cleaned.text(error))"))
        }
        guard let value = environment.variables.compactMap(\.self).first else { return nil }
        return try FetchedValue.held(value, version: nil, answer.receipt).bytes
    }
}

extension FunctionState {
    init(_ configuration: FunctionConfiguration<AccountFunctions.Print>) {
        self.init(
            version: configuration.version ?? "$LATEST", revision: configuration.revisionID ?? "",
            codeSHA256: configuration.codeSHA256, description: configuration.description, state: configuration.state,
            stateReason: configuration.stateReason.map(Cleaned.text), updateStatus: configuration.lastUpdateStatus,
            updateReason: configuration.lastUpdateStatusReason.map(Cleaned.text),
            variables: Dictionary(
                configuration.environment.variables.map { ($0.name, $0.print) }, uniquingKeysWith: { $1 }),
            environmentError: configuration.environment.error.map(Cleaned.text), settings: configuration.settings)
    }
}
