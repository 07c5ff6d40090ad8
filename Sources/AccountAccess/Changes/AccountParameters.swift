import AWSClient
import AWSServices
import Operations
import SensitiveMemory

/// Writes, labels and reads versions of parameters.
public struct AccountParameters: ParameterVersioning {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func state(of parameter: String) async throws(CallFailure) -> ParameterState? {
        let act = "look at parameter \(parameter)"
        do throws(AWSError) {
            var pages = AnswerPages(ParameterStore.GetParameterHistory(name: parameter), on: calls)
            let versions = try await pages.all().flatMap(\.versions)
            guard let newest = versions.max(by: { ($0.version ?? 0) < ($1.version ?? 0) }) else { return nil }
            var labels: [String: Int] = [:]
            for version in versions { for label in version.labels { labels[label] = version.version } }
            return ParameterState(
                version: newest.version ?? 0, attributes: ParameterAttributes(newest), labels: labels,
                count: versions.count, oldest: versions.compactMap(\.version).min() ?? 0)
        } catch {
            if error.kind == .notFound { return nil }
            throw CallFailure(error, cannot: act)
        }
    }

    public func put(
        _ value: SecretBytes, in parameter: String, attributes: ParameterAttributes, overwrites: Bool
    ) async throws(CallFailure) -> (version: Int, receipt: CallReceipt) {
        let answer = try await calls.change("write parameter \(parameter)") {
            try ParameterStore.PutParameter(
                name: parameter, value: value, type: attributes.type, keyID: attributes.keyID, tier: attributes.tier,
                dataType: attributes.dataType, allowedPattern: attributes.allowedPattern,
                policies: attributes.policies, description: attributes.description, overwrite: overwrites)
        }
        return (answer.output, answer.receipt)
    }

    public func label(_ label: String, version: Int, of parameter: String) async throws(CallFailure) -> CallReceipt {
        let act = "label version \(version) of parameter \(parameter)"
        let answer = try await calls.change(
            ParameterStore.LabelParameterVersion(name: parameter, version: version, labels: [label]), act)
        guard answer.output.isEmpty else {
            throw CallFailure(
                .refused,
                OperationFailure(
                    .failed, "cannot \(act): AWS takes \(label) for no valid label here",
                    requestID: answer.receipt.requestID))
        }
        return answer.receipt
    }

    public func unlabel(_ label: String, version: Int, of parameter: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            ParameterStore.UnlabelParameterVersion(name: parameter, version: version, labels: [label]),
            "take \(label) off version \(version) of parameter \(parameter)"
        ).receipt
    }

    public func value(of parameter: String, version: Int) async throws(CallFailure) -> FetchedValue {
        let answer = try await calls.change(
            ParameterStore.GetParameter(name: "\(parameter):\(version)"),
            "read version \(version) of parameter \(parameter)")
        return try .held(answer.output.value, version: String(version), answer.receipt)
    }

    public func delete(_ parameter: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(ParameterStore.DeleteParameter(name: parameter), "delete parameter \(parameter)").receipt
    }
}

extension ParameterAttributes {
    init(_ metadata: ParameterMetadata) {
        let policies = metadata.policies.compactMap(\.text)
        self.init(
            type: metadata.type, keyID: metadata.type == "SecureString" ? metadata.keyID : nil, tier: metadata.tier,
            dataType: metadata.dataType, allowedPattern: metadata.allowedPattern,
            policies: policies.isEmpty ? nil : "[\(policies.joined(separator: ","))]",
            description: metadata.description)
    }
}
