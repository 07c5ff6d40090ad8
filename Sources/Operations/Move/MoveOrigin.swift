import Inventory

/// Where a value comes from when it is moved.
enum MoveOrigin {
    /// Variables of one function that hold the value itself, or its ciphertext.
    case variables(function: String, names: [String], areCiphertexts: Bool)
    case parameter(String, ParameterState)
    case secret(String, SecretState, current: String)

    /// What new names are made of: `DB_PASSWORD` for the variable and for `/prod/db-password`.
    var base: String {
        let name: String =
            switch self {
            case .variables(_, let names, _): names.count == 1 ? names[0] : "SECRETS"
            case .parameter(let name, _), .secret(let name, _, _):
                name.split(separator: "/").last.map(String.init) ?? name
            }
        let words = name.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let text = String(words)
        for suffix in ["_CIPHERTEXT", "_PARAMETER", "_SECRET"] where text.hasSuffix(suffix) && text.count > suffix.count
        {
            return String(text.dropLast(suffix.count))
        }
        return text.first?.isLetter == true ? text : "S_\(text)"
    }

    /// What the place costs a month, by the rules of Facts/aws.toml.
    var monthly: Double {
        switch self {
        case .variables: 0
        case .parameter(_, let state):
            state.attributes.tier == "Advanced" ? AWSFact.advancedParameterMonth.value : 0
        case .secret(_, let state, _): AWSFact.secretMonth.value * Double(1 + state.replicas.count)
        }
    }
}
