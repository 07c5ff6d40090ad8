import FoundationEssentials
import Inventory
import Operations
import SensitiveMemory
import Synchronization

/// Secrets and parameters in memory, with the rules of AWS that a set depends on.
final class FakeStores: SecretStaging, ParameterVersioning {
    struct Secret {
        var state: SecretState
        var values: [String: String]
    }

    struct Parameter {
        var attributes: ParameterAttributes
        var values: [String]
        var labels: [String: Int] = [:]
        /// The number of the oldest version that is kept.
        var oldest = 1
    }

    private struct Contents {
        var secrets: [String: Secret] = [:]
        var parameters: [String: Parameter] = [:]
        var writes = 0
        /// The next write is done and its answer lost.
        var losesAnswer = false
    }

    private let contents = Mutex(Contents())

    var secrets: [String: Secret] {
        get { contents.withLock { $0.secrets } }
        set { contents.withLock { $0.secrets = newValue } }
    }

    var parameters: [String: Parameter] {
        get { contents.withLock { $0.parameters } }
        set { contents.withLock { $0.parameters = newValue } }
    }

    var writes: Int { contents.withLock { $0.writes } }

    func loseNextAnswer() { contents.withLock { $0.losesAnswer = true } }

    func state(of secret: String) async throws(CallFailure) -> SecretState {
        guard let found = secrets[secret] else { throw Self.missing(secret) }
        return found.state
    }

    func putPending(
        _ value: SecretBytes, isBinary: Bool, token: String, in secret: String
    ) async throws(CallFailure) -> CallReceipt {
        secrets[secret]?.values[token] = Self.text(value)
        secrets[secret]?.state.labels[token] = ["AWSPENDING"]
        return try receipt()
    }

    func moveLabel(
        _ label: String, to version: String?, from former: String?, in secret: String
    ) async throws(CallFailure) -> CallReceipt {
        if let former { secrets[secret]?.state.labels[former]?.remove(label) }
        if let version { secrets[secret]?.state.labels[version, default: []].insert(label) }
        if label == "AWSCURRENT", let former {
            for id in secrets[secret]?.state.labels.keys.map(\.self) ?? [] {
                secrets[secret]?.state.labels[id]?.remove("AWSPREVIOUS")
            }
            secrets[secret]?.state.labels[former, default: []].insert("AWSPREVIOUS")
        }
        return try receipt()
    }

    func value(of secret: String, version: String) async throws(CallFailure) -> FetchedValue {
        guard let value = secrets[secret]?.values[version] else { throw Self.missing(secret) }
        return FetchedValue(bytes: FakeStore.bytes(value), version: version, requestID: "r", isBinary: false)
    }

    func rotate(_ secret: String, token: String) async throws(CallFailure) -> CallReceipt { throw Self.missing(secret) }

    func state(of parameter: String) async throws(CallFailure) -> ParameterState? {
        guard let found = parameters[parameter] else { return nil }
        return ParameterState(
            version: found.values.count, attributes: found.attributes, labels: found.labels,
            count: found.values.count - found.oldest + 1, oldest: found.oldest)
    }

    func put(
        _ value: SecretBytes, in parameter: String, attributes: ParameterAttributes, overwrites: Bool
    ) async throws(CallFailure) -> (version: Int, receipt: CallReceipt) {
        parameters[parameter, default: Parameter(attributes: attributes, values: [])].values.append(Self.text(value))
        parameters[parameter]?.attributes = attributes
        return (parameters[parameter]?.values.count ?? 0, try receipt())
    }

    func label(_ label: String, version: Int, of parameter: String) async throws(CallFailure) -> CallReceipt {
        parameters[parameter]?.labels[label] = version
        return try receipt()
    }

    func unlabel(_ label: String, version: Int, of parameter: String) async throws(CallFailure) -> CallReceipt {
        if parameters[parameter]?.labels[label] == version { parameters[parameter]?.labels[label] = nil }
        return try receipt()
    }

    func value(of parameter: String, version: Int) async throws(CallFailure) -> FetchedValue {
        guard let values = parameters[parameter]?.values, values.indices.contains(version - 1) else {
            throw Self.missing(parameter)
        }
        return FetchedValue(
            bytes: FakeStore.bytes(values[version - 1]), version: String(version), requestID: "r", isBinary: false)
    }

    func delete(_ parameter: String) async throws(CallFailure) -> CallReceipt { throw Self.missing(parameter) }

    private func receipt() throws(CallFailure) -> CallReceipt {
        let lost = contents.withLock { contents in
            contents.writes += 1
            defer { contents.losesAnswer = false }
            return contents.losesAnswer
        }
        if lost { throw CallFailure(.lost, OperationFailure(.stoppedHalfway, "the answer was lost")) }
        return CallReceipt(requestID: "r")
    }

    private static func text(_ value: SecretBytes) -> String {
        value.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    private static func missing(_ name: String) -> CallFailure {
        CallFailure(.missing, OperationFailure(.notFound, "there is no \(name)"))
    }
}
