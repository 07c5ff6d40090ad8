import Inventory
import Operations

extension Scenario {
    /// Those that give an old value a successor.
    static let rotations = allCases.filter { scenario in
        // A key has no old value.
        if case .rotate = scenario.work { ![.key, .keyAlias, .reEncrypt].contains(scenario) } else { false }
    }

    static let readers = #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#

    var setRequest: SetRequest {
        let secret = Reference.secret(name: "prod/key")
        let parameter = Reference.parameter(name: "/prod/key")
        let settings = RequestedSettings(
            description: "the key", tags: ["owner": "platform", "old": nil], key: "alias/other",
            rotation: .schedule(
                "rate(30 days)", function: "arn:aws:lambda:eu-west-1:111122223333:function:r", window: nil),
            replicas: ["us-east-1": true, "eu-central-1": false], resourcePolicy: Self.readers)
        return switch self {
        case .setSecret: SetRequest(secret, settings: settings)
        case .createSecret:
            SetRequest(
                secret, .create,
                settings: RequestedSettings(description: "the key", tags: ["owner": "platform"], key: "alias/other"))
        case .deleteSecret: SetRequest(secret, .delete(recoveryDays: 7), recipe: .unchanged)
        case .restoreSecret: SetRequest(secret, .restore, recipe: .unchanged)
        case .setParameter:
            SetRequest(
                parameter, recipe: .unchanged,
                changes: ParameterChanges(keyID: "alias/other", description: "the key"),
                settings: RequestedSettings(tags: ["owner": "platform"]))
        case .createParameter:
            SetRequest(
                parameter, .create, changes: ParameterChanges(description: "the key"),
                settings: RequestedSettings(tags: ["owner": "platform"]))
        case .deleteParameter: SetRequest(parameter, .delete(recoveryDays: 7), recipe: .unchanged)
        case .secret, .parameter, .rotation, .variable, .variableCutover, .moveVariable, .moveParameter, .stack, .key,
            .keyAlias, .reEncrypt:
            SetRequest(secret)
        }
    }

    func addStores(to account: inout FakeAccount) {
        switch self {
        case .setSecret, .deleteSecret, .restoreSecret:
            var secret = FakeSecret()
            secret.versions["v-now"] = .init(value: "c4nary-old", labels: ["AWSCURRENT"])
            secret.settings.tags = ["old": "1", "kept": "2"]
            secret.settings.isDeleted = self == .restoreSecret
            if self != .restoreSecret { secret.replicas = ["eu-central-1"] }
            account.secrets["prod/key"] = secret
        case .setParameter, .deleteParameter:
            account.parameters["/prod/key"] = FakeParameter(
                versions: [.init(value: "c4nary-old", type: "SecureString", keyID: "alias/own", tier: "Standard")],
                tags: ["kept": "2"])
        case .createSecret, .createParameter, .secret, .parameter, .rotation, .variable, .variableCutover,
            .moveVariable, .moveParameter, .stack, .key, .keyAlias, .reEncrypt:
            break
        }
    }
}
