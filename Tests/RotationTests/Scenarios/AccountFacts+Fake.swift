import FoundationEssentials
import Inventory
import SensitiveMemory

/// What the lists would say of the fake account.
extension AccountFacts {
    init(_ account: FakeAccount, noted: Bool) {
        self.init(account: "111122223333", region: "eu-west-1", taken: Date(timeIntervalSince1970: 1_795_000_000))
        let observer = VariableObserver(key: Values.key)
        func row(_ name: String, _ version: String, _ configuration: FakeFunction.Configuration) -> FunctionRow {
            FunctionRow(
                common: Self.common(.function(name: name), "lambda:eu-west-1:111122223333:function:\(name)"),
                runtime: "python3.13", state: nil, lastUpdateStatus: nil, version: version, revisionID: nil,
                role: account.functions[name]?.role,
                kmsKey: nil,
                variables: configuration.variables.sorted { $0.key < $1.key }.map { name, value in
                    var value = value
                    return value.withUTF8 { observer.variable(name: name, value: UnsafeRawBufferPointer($0)) }
                }, variablesError: nil, environmentBytes: 0, aliases: nil, description: nil, layers: [])
        }
        for (name, function) in account.functions.sorted(by: { $0.key < $1.key }) {
            functions.append(row(name, "$LATEST", function.latest))
            versions[name] = function.versions.enumerated().filter { !function.deleted.contains($0.offset + 1) }.map {
                row(name, String($0 + 1), $1.configuration)
            }
            aliases[name] = function.aliases.sorted { $0.key < $1.key }.map {
                FunctionRow.Alias(name: $0.key, version: $0.value.version, weights: $0.value.weights)
            }
        }
        for name in account.secrets.keys.sorted() {
            secrets.append(
                SecretRow(
                    common: Self.common(
                        .secret(name: name), "secretsmanager:eu-west-1:111122223333:secret:\(name)-AbCdEf"),
                    rotation: .init(enabled: false, days: nil, next: nil, last: nil, functionARN: nil), versions: [],
                    accessed: nil, kmsKey: nil, replicas: nil, owner: nil, deleting: nil, description: nil))
        }
        for name in account.parameters.keys.sorted() {
            parameters.append(
                ParameterRow(
                    common: Self.common(
                        .parameter(name: name), "ssm:eu-west-1:111122223333:parameter\(name)"), type: "SecureString",
                    tier: nil, version: nil, kmsKey: nil, policies: [], modifiedBy: nil, description: nil))
        }
        for (name, stack) in account.stacks {
            let functions = stack.functions.values.sorted()
            stacks.append(
                StackFacts(
                    name: name, deployed: nil,
                    uses: functions.map {
                        StackFacts.Use(
                            function: $0, variable: "DB_PASSWORD", source: .secret(name: "prod/db"),
                            rule: .templateResolve, pin: nil, detail: "a dynamic reference")
                    }, members: functions.map { .function(name: $0) }, plainValues: []))
        }
        if noted { note(account) }
    }

    /// The rows of the lists that names are known from.
    var names: NameIndex {
        var index = NameIndex(key: Values.key)
        for row in secrets { index.insert(.secret(row)) }
        for row in parameters { index.insert(.parameter(row)) }
        return index
    }

    /// The graph with the links that the lists would have found.
    mutating func graph() -> ConsumerGraph {
        let names = names
        for place in functions.indices { names.resolve(&functions[place]) }
        return ConsumerGraph(self, names: names)
    }

    private mutating func note(_ account: FakeAccount) {
        for (name, secret) in account.secrets {
            for (id, version) in secret.versions {
                guard let value = version.value else { continue }
                let current = version.labels.contains("AWSCURRENT")
                func store(_ field: String?, _ text: String) {
                    stored.append(
                        StoredFingerprint(
                            source: .secret(name: name), version: id, isCurrent: current, field: field,
                            fingerprint: Values.fingerprint(text)))
                }
                store(nil, value)
                if let password = FakeAccount.field("password", of: value) { store("/password", password) }
            }
        }
        for (name, parameter) in account.parameters {
            for (place, version) in parameter.versions.enumerated() {
                stored.append(
                    StoredFingerprint(
                        source: .parameter(name: name), version: String(place + 1),
                        isCurrent: place + 1 == parameter.versions.count, field: nil,
                        fingerprint: Values.fingerprint(version.value)))
            }
        }
    }

    private static func common(_ reference: Reference, _ resource: String) -> ResourceCommon {
        ResourceCommon(
            reference: reference, name: reference.text, arn: "arn:aws:\(resource)", account: "111122223333",
            region: "eu-west-1", modified: nil)
    }
}
