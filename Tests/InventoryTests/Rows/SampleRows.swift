import FoundationEssentials
import Inventory

extension ResourceCommon {
    static func sample(
        _ reference: Reference, name: String, arn: String? = nil, modified: Date? = nil, tags: [String: String]? = nil
    ) -> ResourceCommon {
        ResourceCommon(
            reference: reference, name: name, arn: arn, account: "1", region: "r", modified: modified, tags: tags)
    }
}

extension FunctionRow {
    static func sample(
        _ name: String = "pay", variables: [Variable] = [], modified: Date? = nil, tags: [String: String]? = nil,
        state: String? = nil, environmentBytes: Int = 0
    ) -> FunctionRow {
        FunctionRow(
            common: .sample(.function(name: name), name: name, modified: modified, tags: tags), runtime: "python3.12",
            state: state, lastUpdateStatus: nil, version: "$LATEST", revisionID: nil, role: nil, kmsKey: nil,
            variables: variables, variablesError: nil, environmentBytes: environmentBytes, aliases: nil,
            description: "Takes money", layers: [])
    }
}

extension SecretRow {
    static func sample(_ name: String, arn: String? = nil, next: Date? = nil) -> SecretRow {
        SecretRow(
            common: .sample(.secret(name: name), name: name, arn: arn),
            rotation: Rotation(enabled: next != nil, days: nil, next: next, last: nil, functionARN: nil), versions: [],
            accessed: nil, kmsKey: nil, replicas: nil, owner: nil, deleting: nil, description: nil)
    }
}

extension ParameterRow {
    static func sample(_ name: String, arn: String? = nil, version: Int? = nil) -> ParameterRow {
        ParameterRow(
            common: .sample(.parameter(name: name), name: name, arn: arn), type: "String", tier: nil, version: version,
            kmsKey: nil, policies: [], modifiedBy: nil, description: nil)
    }
}

extension KeyRow {
    static func sample(_ id: String, arn: String? = nil, aliases: [String] = []) -> KeyRow {
        KeyRow(
            common: .sample(.key(id: id), name: id, arn: arn), aliases: aliases, state: nil, manager: nil, spec: nil,
            origin: nil, rotation: nil, description: nil)
    }
}
