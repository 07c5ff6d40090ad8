/// Where a secret should live, and why.
public struct Advice: Sendable, Equatable {
    public let store: SecretStore
    /// The words for it: `a standard SecureString in Parameter Store`.
    public let choice: String
    public let reasons: [String]
    /// What to look out for there.
    public let cautions: [String]
    /// The four stores beside each other, the chosen one first.
    public let verdicts: [StoreVerdict]
    /// How to put it there. A value is read from standard input, never an argument.
    public let commands: [String]
    /// The plan that does it, with what it costs a month.
    public private(set) var plan: FollowingPlan

    /// USD a month.
    public var month: Double { verdicts.first?.month ?? 0 }

    /// - Parameter name: what it shall be called.
    public init(_ answers: AdviceAnswers, name: String) {
        let (store, reason) = Self.choose(answers)
        self.store = store
        let verdicts = SecretStore.allCases.map { StoreVerdict($0, answers) }
        self.verdicts = verdicts.filter { $0.store == store } + verdicts.filter { $0.store != store }
        let advanced = answers.size > AWSFact.standardParameterBytes.count
        let isBig = answers.size > AWSFact.encryptBytes.count
        var reasons = [reason]
        var cautions: [String] = []
        switch store {
        case .environment:
            choice = "an environment variable, by dynamic reference to a secret"
            reasons.append("little can be done with it, one function holds it, and few may read the configuration")
            cautions = [
                "a changed secret reaches the function only when it is deployed again, with a real change on it",
                "AWS refuses ssm-secure references in Lambda variables: refer to Secrets Manager"
            ]
            commands = [
                "aws secretsmanager create-secret --name \(name) --secret-string file:///dev/stdin",
                "{{resolve:secretsmanager:\(name):SecretString}}   as the variable's value in the template"
            ]
        case .parameterStore:
            choice = (advanced ? "an advanced" : "a standard") + " SecureString in Parameter Store"
            reasons.append(
                advanced
                    ? "more than \(AWSFact.standardParameterBytes.count) bytes need the advanced tier"
                    : "it costs nothing and each read is recorded")
            cautions = [
                "a type cannot be changed later: never write it as String first",
                "GetParametersByPath gives a path's children even where a deny names one of them"
            ]
            if answers.calls > AWSFact.parameterReads.count * 60 * 60 * 24 {
                cautions.append("bursts above \(AWSFact.parameterReads.count) reads a second are refused: cache it")
            }
            commands = [
                "aws ssm put-parameter --name \(Self.path(name)) --type SecureString --key-id alias/YOUR-KEY"
                    + (advanced ? " --tier Advanced" : "") + " --value file:///dev/stdin"
            ]
        case .secretsManager:
            choice = "a secret in Secrets Manager" + (answers.regions > 1 ? ", with replicas" : "")
            cautions = [
                "readers that cache it keep the old value for up to five minutes (extension) or an hour (SDK caches)"
            ]
            commands = [
                "aws secretsmanager create-secret --name \(name) --kms-key-id alias/YOUR-KEY"
                    + (answers.regions > 1 ? " --add-replica-regions Region=OTHER-REGION" : "")
                    + " --secret-string file:///dev/stdin"
            ]
            if answers.rotation == .mandated {
                cautions.append("rotation needs a function that can change the system behind it")
            }
        case .kms:
            choice =
                answers.kind == .signingKey
                ? "a key in KMS that signs, so that nobody ever holds it"
                : isBig
                    ? "an envelope: a data key of KMS, the ciphertext with the code"
                    : "a ciphertext of KMS, kept by you"
            cautions = ["rotating the key does not change a value that somebody has seen"]
            commands =
                answers.kind == .signingKey
                ? ["aws kms create-key --key-usage SIGN_VERIFY --key-spec ECC_NIST_P256"]
                : isBig
                    ? ["aws kms generate-data-key --key-id alias/YOUR-KEY --key-spec AES_256"]
                    : [
                        "aws kms encrypt --key-id alias/YOUR-KEY --plaintext fileb:///dev/stdin --query CiphertextBlob --output text"
                    ]
        }
        self.reasons = reasons
        self.cautions = cautions
        plan = FollowingPlan("")
        plan = plan(answers, name: name)
    }

    /// The name as a parameter has it: one with parts begins with a slash, or AWS refuses it.
    static func path(_ name: String) -> String { name.contains("/") && !name.hasPrefix("/") ? "/" + name : name }

    /// The rules, the strongest first.
    private static func choose(_ answers: AdviceAnswers) -> (SecretStore, String) {
        if answers.kind == .signingKey { return (.kms, "a signing key need never be shown to a function") }
        if answers.size > AWSFact.secretBytes.count {
            return (.kms, "more than \(AWSFact.secretBytes.count) bytes fit no other store")
        }
        if answers.rotation == .mandated {
            return (.secretsManager, "a rule demands rotation, which is built in there")
        }
        if answers.kind == .certificate || answers.regions > 5 {
            return (
                .kms,
                answers.kind == .certificate
                    ? "a certificate's key is read often, seldom changed and travels with the code"
                    : "\(answers.regions) regions would cost a secret each"
            )
        }
        if answers.regions > 1 { return (.secretsManager, "replicas keep \(answers.regions) regions equal") }
        if answers.size > AWSFact.advancedParameterBytes.count {
            return (.secretsManager, "more than \(AWSFact.advancedParameterBytes.count) bytes do not fit a parameter")
        }
        if answers.blastRadius == .small, !answers.isShared, answers.readers == .few,
            answers.size * 2 <= AWSFact.environmentBytes.count
        {
            return (.environment, "a small blast radius is worth the simplest place")
        }
        let reason =
            answers.isShared
            ? "\(answers.functions) functions share it: one place to change"
            : answers.blastRadius == .large
                ? "what can be done with it wants a record of each read"
                : "many may read the functions' configuration"
        return (.parameterStore, reason)
    }
}
