extension Advice {
    /// The plan that makes the place, where there is one to make. A value is given when it is applied.
    ///
    /// - Parameter name: what it shall be called.
    func plan(_ answers: AdviceAnswers, name: String) -> FollowingPlan {
        let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
        let command: String =
            switch store {
            case .environment, .secretsManager:
                "curtain plan set \(Reference.secret(name: bare).shellWord) --create"
                    + (answers.regions > 1 ? " --replicate REGION" : "")
            case .parameterStore:
                "curtain plan set \(Reference.parameter(name: Self.path(name)).shellWord) --create"
                    + (answers.size > AWSFact.standardParameterBytes.count ? " --tier Advanced" : "")
            case .kms:
                answers.size > AWSFact.encryptBytes.count
                    ? "curtain plan envelope PAYLOAD --function FUNCTION --variable NAME --key alias/YOUR-KEY"
                    : "curtain plan move env:FUNCTION/NAME --to kms --key alias/YOUR-KEY"
            }
        return FollowingPlan(command, nil, 0, month)
    }
}
