import AWSClient
import AWSServices
import Operations
import SensitiveMemory

extension AccountFunctions {
    /// What AWS allows all variables of a function together, in bytes.
    static let environmentLimit = 4_096

    public func setVariables(
        _ changes: [String: SecretBytes?], of function: String, revision: String
    ) async throws(CallFailure) -> (state: FunctionState, receipt: CallReceipt) {
        let act = "change variables of function \(function)"
        let read: EnvironmentReader<(name: String, value: Result<SecretBytes, any Error>)> = { name, value in
            (name, Result { try SecretBytes(copying: value) })
        }
        let now = try await calls.change(Lambda.GetFunction(function: function, read: read), act)
            .output.configuration
        defer {
            for variable in now.environment.variables { if case .success(let value) = variable.value { value.wipe() } }
        }
        if let error = now.environment.error {
            throw CallFailure(
                .refused,
                OperationFailure(.failed, "cannot \(act): AWS cannot read them: \(Cleaned.text(error))"))
        }
        guard now.revisionID == revision else {
            throw CallFailure(.changed, OperationFailure(.tryAgain, "cannot \(act): somebody else has changed it"))
        }
        let merged = try Self.merged(now.environment.variables, changes)
        try Self.check(merged, act)
        let answer = try await calls.change(act) {
            try Lambda.UpdateFunctionConfiguration(
                function: function, variables: merged, revisionID: revision, read: reader)
        }
        return (FunctionState(answer.output), answer.receipt)
    }

    private static func merged(
        _ variables: [(name: String, value: Result<SecretBytes, any Error>)], _ changes: [String: SecretBytes?]
    ) throws(CallFailure) -> [(name: String, value: SecretBytes)] {
        var merged: [(name: String, value: SecretBytes)] = []
        for variable in variables where changes[variable.name] == nil {
            switch variable.value {
            case .success(let value): merged.append((variable.name, value))
            case .failure:
                throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the environment"))
            }
        }
        for case (let name, let value?) in changes { merged.append((name, value)) }
        return merged.sorted { $0.name < $1.name }
    }

    /// AWS's own refusal would repeat the whole map, values included.
    private static func check(
        _ variables: [(name: String, value: SecretBytes)], _ act: String
    ) throws(CallFailure) {
        let count = Lambda.UpdateFunctionConfiguration<Print>.byteCount(of: variables)
        guard count <= environmentLimit else {
            throw CallFailure(
                .refused,
                OperationFailure(
                    .failed,
                    "cannot \(act): all variables together would be over the \(environmentLimit) bytes that AWS allows")
            )
        }
    }
}
