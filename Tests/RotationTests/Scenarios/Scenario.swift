import Inventory
import Operations

/// One kind of plan on a small account.
enum Scenario: String, CaseIterable, Sendable {
    /// A secret without a rotation function: hook, overlap, a foreign pending version, a replica, copies and readers.
    case secret
    /// A parameter that is read at run time: hook, cutover.
    case parameter
    /// A secret with a rotation function.
    case rotation
    /// A literal in two functions, without a hook.
    case variable
    /// The same with a hook, cutover.
    case variableCutover
    /// A secret that a stack resolves into a function's variable.
    case stack
    /// A KMS key is rotated on demand.
    case key
    /// An alias of KMS gets another key.
    case keyAlias
    /// The same, and the ciphertexts that stand in variables are encrypted anew.
    case reEncrypt
    /// A secret gets a new value and every setting.
    case setSecret
    /// A parameter gets a tier, a description and tags, and keeps its value.
    case setParameter
    case createSecret
    case createParameter
    /// A secret with a replica is deleted.
    case deleteSecret
    case restoreSecret
    case deleteParameter
    /// A literal moves to Parameter Store.
    case moveVariable
    /// A parameter moves to Secrets Manager.
    case moveParameter

    var overlaps: Bool {
        switch self {
        case .secret, .rotation, .variable, .stack, .key, .keyAlias, .reEncrypt: true
        case .parameter, .variableCutover: false
        case .setSecret, .setParameter, .createSecret, .createParameter, .deleteSecret, .restoreSecret,
            .deleteParameter, .moveVariable, .moveParameter:
            true
        }
    }

    /// What is asked of the planner.
    enum Work {
        case rotate(RotationRequest)
        case set(SetRequest)
        case move(MoveRequest)
    }

    var work: Work {
        let rollout = Rollout(
            canary: .count(1), wave: 5, parallel: 1,
            checks: [.invoke(payload: "{}", expected: #"{"connected":true}"#), .errors(minutes: 1)], weight: 10)
        return switch self {
        case .secret:
            .rotate(
                RotationRequest(
                    .secret(name: "prod/db", pointer: "/password"), transition: .overlap, hook: "hooks/db",
                    wishes: RotationWishes(clearsPending: true, rollout: rollout)))
        case .parameter:
            .rotate(
                RotationRequest(
                    .parameter(name: "/prod/legacy"), transition: .cutover, hook: "hooks/db",
                    wishes: RotationWishes(rollout: rollout)))
        case .rotation:
            .rotate(
                RotationRequest(
                    .secret(name: "prod/pin"), transition: .overlap, wishes: RotationWishes(rollout: rollout)))
        case .variable:
            .rotate(
                RotationRequest(
                    .variable(function: "relay", name: "API_KEY"), transition: .overlap,
                    wishes: RotationWishes(rollout: rollout)))
        case .variableCutover:
            .rotate(
                RotationRequest(
                    .variable(function: "relay", name: "API_KEY"), transition: .cutover, hook: "hooks/db",
                    wishes: RotationWishes(rollout: rollout)))
        case .stack:
            .rotate(
                RotationRequest(
                    .secret(name: "prod/db", pointer: "/password"), transition: .overlap, hook: "hooks/db",
                    wishes: RotationWishes(deploysStacks: true, rollout: rollout)))
        case .key: .rotate(RotationRequest(.key(id: "k-1"), transition: nil, wishes: RotationWishes(rollout: rollout)))
        case .keyAlias: .rotate(Self.pointing(rollout))
        case .reEncrypt: .rotate(Self.reEncrypting(rollout))
        case .setSecret, .setParameter, .createSecret, .createParameter, .deleteSecret, .restoreSecret,
            .deleteParameter:
            .set(setRequest)
        case .moveVariable:
            .move(
                MoveRequest(
                    [.variable(function: "relay", name: "API_KEY")], to: .parameter, name: "/moved",
                    rollout: Rollout(parallel: 1)))
        case .moveParameter:
            .move(MoveRequest([.parameter(name: "/prod/key")], to: .secret, rollout: Rollout(parallel: 1)))
        }
    }

    /// The field that the target takes of the value.
    var field: String? { self == .secret || self == .stack ? "password" : nil }

    var account: FakeAccount {
        var account = FakeAccount()
        account.target = FakeTarget(["c4nary-old"], overlaps: overlaps)
        switch self {
        case .secret:
            var secret = FakeSecret()
            secret.versions = [
                "v-older": .init(value: Self.json("c4nary-older"), labels: ["AWSPREVIOUS"]),
                "v-now": .init(value: Self.json("c4nary-old"), labels: ["AWSCURRENT"]),
                "v-foreign": .init(value: Self.json("c4nary-foreign"), labels: ["AWSPENDING"])
            ]
            secret.replicas = ["us-east-1"]
            account.secrets["prod/db"] = secret
            account.functions["api"] = Self.function(
                .variable("DB_PASSWORD"), ["DB_PASSWORD": "c4nary-old", "LOG_LEVEL": "INFO"], alias: "live")
            account.functions["job"] = Self.function(
                .variable("DB_PASSWORD"), ["DB_PASSWORD": "c4nary-old", "MODE": "a"])
            var reader = Self.function(
                .secret("prod/db", field: "password"), ["DB_SECRET": "prod/db", "LOG_LEVEL": "INFO"], alias: "live")
            reader.provisioned["live"] = 2
            account.functions["reader"] = reader
        case .key, .keyAlias:
            account.keys = ["k-1": .init(), "k-2": .init()]
            account.keyAliases = ["alias/own": "k-1"]
        case .reEncrypt: addCiphertexts(to: &account)
        case .stack:
            var secret = FakeSecret()
            secret.versions = ["v-now": .init(value: Self.json("c4nary-old"), labels: ["AWSCURRENT"])]
            account.secrets["prod/db"] = secret
            account.functions["pay"] = Self.function(
                .variable("DB_PASSWORD"), ["DB_PASSWORD": "c4nary-old", "LOG_LEVEL": "INFO"], alias: "live")
            account.functions["dispute"] = Self.function(.variable("DB_PASSWORD"), ["DB_PASSWORD": "c4nary-old"])
            account.stacks["pay"] = FakeStack(
                template: #"{"Resources":{"Pay":{"Properties":{"Environment":{"Variables":{"LOG_LEVEL":"INFO","#
                    + #""DB_PASSWORD":"{{resolve:secretsmanager:prod/db:SecretString:password}}"}}}},"#
                    + #""Dispute":{"Properties":{"Environment": {"Variables": { "DB_PASSWORD": "#
                    + #""{{resolve:secretsmanager:prod/db:SecretString:password}}" }}}}}}"#,
                functions: ["Pay": "pay", "Dispute": "dispute"])
        case .parameter:
            account.parameters["/prod/legacy"] = FakeParameter(versions: [
                .init(value: "c4nary-first", type: "SecureString", keyID: "alias/own", tier: "Standard"),
                .init(
                    value: "c4nary-old", type: "SecureString", keyID: "alias/own", tier: "Standard",
                    allowedPattern: ".*")
            ])
            account.functions["bridge"] = Self.function(
                .parameter("/prod/legacy"), ["LEGACY_PARAM": "/prod/legacy", "LOG_LEVEL": "INFO"], alias: "live")
        case .rotation:
            var secret = FakeSecret()
            secret.rotates = true
            secret.versions = ["v-now": .init(value: "c4nary-old", labels: ["AWSCURRENT"])]
            account.secrets["prod/pin"] = secret
            account.functions["pin"] = Self.function(
                .secret("prod/pin", field: nil), ["PIN_SECRET": "prod/pin", "LOG_LEVEL": "INFO"], alias: "live")
        case .variable, .variableCutover:
            for name in ["relay", "stats"] {
                account.functions[name] = Self.function(
                    .variable("API_KEY"), ["API_KEY": "c4nary-old", "LOG_LEVEL": "INFO"],
                    alias: name == "relay" ? "live" : nil)
            }
            if self == .variable {
                account.target = FakeTarget(
                    ["c4nary-old", "c4nary-new-1", "c4nary-new-2", "c4nary-new-3"], overlaps: true)
            }
        case .setSecret, .setParameter, .createSecret, .createParameter, .deleteSecret, .restoreSecret,
            .deleteParameter:
            addStores(to: &account)
        case .moveVariable:
            account.functions["relay"] = Self.function(
                .variable("API_KEY"), ["API_KEY": "c4nary-old", "LOG_LEVEL": "INFO"], alias: "live")
            account.functions["relay"]?.role = "arn:aws:iam::111122223333:role/relay-role"
        case .moveParameter:
            account.parameters["/prod/key"] = FakeParameter(
                versions: [.init(value: "c4nary-old", type: "SecureString", keyID: "alias/own", tier: "Standard")])
            account.functions["bridge"] = Self.function(
                .parameter("/prod/key"), ["KEY_PARAM": "/prod/key", "LOG_LEVEL": "INFO"], alias: "live")
            account.functions["bridge"]?.role = "arn:aws:iam::111122223333:role/bridge-role"
        }
        return account
    }

    private static func pointing(_ rollout: Rollout) -> RotationRequest {
        var request = RotationRequest(.key(id: "alias/own"), transition: nil, wishes: RotationWishes(rollout: rollout))
        request.successorKey = "k-2"
        return request
    }

    private static func reEncrypting(_ rollout: Rollout) -> RotationRequest {
        var request = RotationRequest(.key(id: "alias/own"), transition: nil, wishes: RotationWishes(rollout: rollout))
        request.successorKey = FakeCiphertext.successor
        request.reEncrypts = true
        return request
    }

    private static func json(_ password: String) -> String { #"{"username":"orders","password":"\#(password)"}"# }

    private static func function(
        _ way: FakeFunction.Way, _ variables: [String: String], alias: String? = nil
    ) -> FakeFunction {
        var function = FakeFunction(way: way)
        function.latest.variables = variables
        guard let alias else { return function }
        function.versions = [.init(configuration: function.latest, description: "release 1", revision: "r-v1")]
        function.aliases[alias] = .init(version: "1", revision: "r-alias")
        return function
    }
}
