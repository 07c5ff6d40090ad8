import Inventory
import SensitiveMemory

/// How large a value may be where a plan puts it, so that it is refused before the call.
enum ValueLimit {
    /// Throws `usage` if the store would refuse the value. Says the limit, never the value's length.
    static func check(_ value: SecretBytes, for plan: Plan) throws(OperationFailure) {
        guard value.count > 0 else {
            throw OperationFailure(.usage, "the new value of \(plan.subject) is empty")
        }
        guard let limit = limit(of: plan), value.count > limit.fact.count else { return }
        throw OperationFailure(
            .usage, "the new value is larger than \(limit.place) takes (\(limit.fact.count) bytes): \(limit.advice)")
    }

    private static func limit(of plan: Plan) -> (fact: AWSFact, place: String, advice: String)? {
        switch plan.newStore {
        case .secret: return (.secretBytes, "a secret", "seal it (curtain envelope seal)")
        case .parameter(let attributes): return parameter(attributes.tier)
        case nil: break
        }
        switch plan.move?.destination {
        case .kms: return (.encryptBytes, "KMS", "seal it (curtain envelope seal)")
        case .environment:
            return (.environmentBytes, "a function's environment", "a secret takes \(AWSFact.secretBytes.count)")
        case .parameter, .secret, nil: break
        }
        switch plan.source {
        case .secret: return (.secretBytes, "a secret", "seal it (curtain envelope seal)")
        case .parameter(_, let attributes): return parameter(attributes.tier)
        case .variable, .none: return nil
        }
    }

    private static func parameter(_ tier: String?) -> (fact: AWSFact, place: String, advice: String) {
        switch tier {
        // Systems Manager makes an intelligent one advanced where that is needed.
        case "Advanced", "Intelligent-Tiering":
            (.advancedParameterBytes, "an advanced parameter", "a secret takes \(AWSFact.secretBytes.count)")
        default:
            (
                .standardParameterBytes, "a standard parameter",
                "an advanced one takes \(AWSFact.advancedParameterBytes.count)"
            )
        }
    }
}
