import FoundationEssentials
import Inventory
import SensitiveMemory

/// An account put together by a test: variables are looked at by the true observer, so that rows are as AWS's answers
/// make them.
struct SampleAccount {
    static let number = "111122223333"
    static let region = "eu-west-1"
    let key: FingerprintKey
    private let observer: VariableObserver
    var facts: AccountFacts

    init(region: String = region, account: String = number) throws {
        facts = AccountFacts(account: account, region: region, taken: Date(timeIntervalSince1970: 1_795_000_000))
        key = FingerprintKey(try Array("test key".utf8).withUnsafeBytes { try SecretBytes(copying: $0) })
        observer = VariableObserver(key: key)
    }

    var graph: ConsumerGraph { ConsumerGraph(facts, names: names) }

    var names: NameIndex {
        var names = NameIndex(key: key)
        for row in facts.secrets { names.insert(.secret(row)) }
        for row in facts.parameters { names.insert(.parameter(row)) }
        for row in facts.keys { names.insert(.key(row)) }
        return names
    }

    static func arn(secret name: String) -> String {
        "arn:aws:secretsmanager:\(region):\(number):secret:\(name)-AbCdEf"
    }
    static func arn(parameter name: String) -> String {
        "arn:aws:ssm:\(region):\(number):parameter" + (name.hasPrefix("/") ? name : "/" + name)
    }
    static func arn(key id: String) -> String { "arn:aws:kms:\(region):\(number):key/\(id)" }
    static func arn(role name: String) -> String { "arn:aws:iam::\(number):role/\(name)" }

    /// The ARN as it is where this account is.
    func here(_ arn: String) -> String {
        arn.replacing(":\(Self.region):", with: ":\(facts.region):")
            .replacing(":\(Self.number):", with: ":\(facts.account):")
    }

    mutating func secret(
        _ name: String, key: String? = nil, versions: [SecretRow.Version] = [], rotator: String? = nil,
        modified: Date? = nil, accessed: Date? = nil, rotates: Bool = false
    ) {
        facts.secrets.append(
            SecretRow(
                common: common(.secret(name: name), name, here(Self.arn(secret: name)), modified: modified),
                rotation: SecretRow.Rotation(
                    enabled: rotates || rotator != nil, days: nil, next: nil, last: nil,
                    functionARN: rotator.map(Self.arn(function:))),
                versions: versions, accessed: accessed, kmsKey: key, replicas: nil, owner: nil, deleting: nil,
                description: nil))
        facts.secretPolicies[.secret(name: name)] = AccessPolicy(name: "resource policy", statements: [])
    }

    mutating func parameter(
        _ name: String, key: String? = nil, type: String = "SecureString", tier: String? = nil, version: Int = 1,
        modified: Date? = nil
    ) {
        facts.parameters.append(
            ParameterRow(
                common: common(.parameter(name: name), name, here(Self.arn(parameter: name)), modified: modified),
                type: type, tier: tier,
                version: version, kmsKey: key, policies: [], modifiedBy: nil, description: nil))
    }

    mutating func key(_ id: String, aliases: [String] = [], policy: String? = nil, grants: [KeyAccess.Grant] = [])
        throws
    {
        facts.keys.append(
            KeyRow(
                common: common(.key(id: id), id, here(Self.arn(key: id))), aliases: aliases, state: "Enabled",
                manager: "CUSTOMER", spec: nil, origin: nil, rotation: nil, description: nil))
        let root =
            #"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\#(facts.account):root"},"Action":"kms:*","Resource":"*"}"#
        facts.keyAccess[id] = KeyAccess(policy: try Self.policy("key policy", policy ?? root), grants: grants)
    }

    /// A function and its role, which has these statements; nil: the role could not be read.
    mutating func function(
        _ name: String, _ variables: [String: String] = [:], allows statements: String? = "", layers: [String] = [],
        key: String? = nil, versions: [String: [String: String]] = [:], live: String? = nil,
        tags: [String: String]? = nil, boundary: String? = nil, modified: Date? = nil, versionsModified: Date? = nil,
        snapshots: Bool = false
    ) throws {
        let role = here(Self.arn(role: "\(name)-role"))
        func row(_ version: String, _ variables: [String: String]) -> FunctionRow {
            FunctionRow(
                common: common(
                    .function(name: name, qualifier: version == "$LATEST" ? nil : version), name,
                    here(Self.arn(function: name)),
                    modified: (version == "$LATEST" ? modified : versionsModified) ?? facts.taken), runtime: nil,
                state: nil, lastUpdateStatus: nil,
                version: version, revisionID: nil, role: role, kmsKey: key, variables: observed(variables),
                variablesError: nil, environmentBytes: 0, aliases: nil, description: nil, layers: layers,
                hasSnapshots: snapshots)
        }
        facts.functions.append(row("$LATEST", variables))
        facts.versions[name] = versions.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
        facts.aliases[name] = live.map { [FunctionRow.Alias(name: "live", version: $0, weights: [:])] } ?? []
        guard let statements else { return }
        facts.roles[role] = PolicyCaller(
            arn: role, account: facts.account, policies: [try Self.policy("runtime", statements)],
            boundary: try boundary.map { try Self.policy("boundary", $0) }, tags: tags ?? [:])
    }

    func observed(_ variables: [String: String]) -> [FunctionRow.Variable] {
        variables.sorted { $0.key < $1.key }.map { name, value in
            var value = value
            return value.withUTF8 { observer.variable(name: name, value: UnsafeRawBufferPointer($0)) }
        }
    }

    static func policy(_ name: String, _ statements: String) throws -> AccessPolicy {
        try AccessPolicy(name: name, json: #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#)
    }

    static func allow(_ action: String, _ resource: String, _ condition: String = "") -> String {
        #"{"Effect":"Allow","Action":"\#(action)","Resource":"\#(resource)"\#(condition.isEmpty ? "" : ",\"Condition\":" + condition)}"#
    }

    static func deny(_ action: String, _ resource: String) -> String {
        #"{"Effect":"Deny","Action":"\#(action)","Resource":"\#(resource)"}"#
    }

    static func arn(function name: String) -> String { "arn:aws:lambda:\(region):\(number):function:\(name)" }

    private func common(_ reference: Reference, _ name: String, _ arn: String, modified: Date? = nil) -> ResourceCommon
    {
        ResourceCommon(
            reference: reference, name: name, arn: arn, account: facts.account, region: facts.region,
            modified: modified,
            tags: [:])
    }
}
