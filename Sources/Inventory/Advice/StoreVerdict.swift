/// One store seen by the five dimensions, for one set of answers.
public struct StoreVerdict: Sendable, Equatable {
    public let store: SecretStore
    public let ease: String
    /// USD a month.
    public let month: Double
    public let audit: String
    public let rotation: String
    public let capability: String
    /// Why not; empty where nothing speaks against it.
    public let against: [String]

    init(_ store: SecretStore, _ answers: AdviceAnswers) {
        self.store = store
        month = StorePrice.month(store, answers)
        against = StoreVerdict.objections(to: store, answers)
        switch store {
        case .environment:
            ease = "easiest"
            audit = "poor: who reads one variable is nowhere recorded"
            rotation = "an update of each function, or a deployment"
            capability = "\(AWSFact.environmentBytes.count) bytes for all variables together"
        case .parameterStore:
            ease = "some assembly"
            audit = "each read in CloudTrail"
            rotation = "by hand, easy; no staging labels"
            capability =
                "\(AWSFact.standardParameterBytes.count) bytes, \(AWSFact.advancedParameterBytes.count) advanced; one region"
        case .secretsManager:
            ease = "some assembly"
            audit = "each read in CloudTrail"
            rotation = "automatic or by hand, with staging labels"
            capability = "\(AWSFact.secretBytes.count) bytes; replicas; other accounts by policy"
        case .kms:
            ease = "most work: the ciphertext is yours to keep"
            audit = "each decryption in CloudTrail"
            rotation = "yours: where the ciphertext is"
            capability = "\(AWSFact.encryptBytes.count) bytes a call, any size by envelope; any region"
        }
    }

    private static func objections(to store: SecretStore, _ answers: AdviceAnswers) -> [String] {
        var lines: [String] = []
        switch store {
        case .environment:
            if answers.blastRadius == .large { lines.append("everybody who may read the configuration reads it too") }
            if answers.readers == .many { lines.append("many may read the configuration") }
            if answers.isShared {
                lines.append("\(answers.functions) functions hold a copy each, and all must change together")
            }
            if answers.rotation == .mandated { lines.append("it does not rotate by itself and reads leave no trace") }
            if answers.size * 2 > AWSFact.environmentBytes.count {
                lines.append("it takes more than half of the \(AWSFact.environmentBytes.count) bytes of all variables")
            }
        case .parameterStore:
            if answers.rotation == .mandated { lines.append("rotation is not built in") }
            if answers.size > AWSFact.advancedParameterBytes.count {
                lines.append("at most \(AWSFact.advancedParameterBytes.count) bytes")
            }
            if answers.regions > 1 { lines.append("it has no replicas: \(answers.regions) copies to keep equal") }
        case .secretsManager:
            if answers.size > AWSFact.secretBytes.count { lines.append("at most \(AWSFact.secretBytes.count) bytes") }
            if answers.kind == .signingKey { lines.append("the key leaves the store: KMS can sign without showing it") }
            if answers.regions > 5 {
                lines.append("\(answers.regions) regions at \(AWSFact.secretMonth.value) USD each")
            }
        case .kms:
            if answers.kind == .text, answers.size <= AWSFact.standardParameterBytes.count, answers.regions == 1 {
                lines.append("storage of your own for what a parameter does without it")
            }
            if answers.rotation == .mandated { lines.append("rotating the key does not change the value") }
        }
        return lines
    }
}
