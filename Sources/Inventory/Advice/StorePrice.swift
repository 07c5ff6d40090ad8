/// What keeping one secret costs a month.
enum StorePrice {
    static func month(_ store: SecretStore, _ answers: AdviceAnswers) -> Double {
        let regions = Double(answers.regions)
        let calls = Double(answers.calls) / 10_000
        switch store {
        // A dynamic reference needs a secret to refer to; it is read when the stack is deployed.
        case .environment: return AWSFact.secretMonth.value * regions
        case .parameterStore:
            guard answers.size > AWSFact.standardParameterBytes.count else { return 0 }
            return AWSFact.advancedParameterMonth.value * regions + AWSFact.parameterCalls.value * calls
        case .secretsManager: return AWSFact.secretMonth.value * regions + AWSFact.secretCalls.value * calls
        case .kms:
            let charged = max(0, answers.calls - AWSFact.keyFreeCalls.count)
            return AWSFact.keyMonth.value * regions + AWSFact.keyCalls.value * Double(charged) / 10_000
        }
    }
}
