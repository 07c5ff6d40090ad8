/// Why keys.toml is not accepted. Each names the place.
public enum KeyTableProblem: Error, Equatable, Sendable {
    case unknownAction(String)
    case unknownKey(String, action: String)
    /// Two actions would have the same key in the same place.
    case conflict(key: String, Action, Action)
    /// Masking and share mode cannot be without a key.
    case mustHaveKey(Action)

    /// One line for a person.
    public var words: String {
        switch self {
        case .unknownAction(let name): "there is no action \(name)"
        case .unknownKey(let key, let action): "\(action): there is no key \(key)"
        case .conflict(let key, let one, let other): "\(key) cannot be both \(one.rawValue) and \(other.rawValue)"
        case .mustHaveKey(let action): "\(action.rawValue) cannot be without a key"
        }
    }
}
