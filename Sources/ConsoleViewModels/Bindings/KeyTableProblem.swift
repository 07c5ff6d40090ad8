/// Why keys.toml is not accepted. Each names the place.
public enum KeyTableProblem: Error, Equatable, Sendable {
    case unknownAction(String)
    case unknownKey(String, action: String)
    /// Two actions would have the same key in the same place.
    case conflict(key: String, Action, Action)
    /// Masking and share mode cannot be without a key.
    case mustHaveKey(Action)
    /// Ctrl-C is not to be had.
    case reserved(key: String, action: String)
    /// A hotkey wants a key that an action has.
    case taken(key: String, Action, hotkey: String)
    case twice(key: String, hotkey: String)

    /// One line for a person.
    public var words: String {
        switch self {
        case .unknownAction(let name): "there is no action \(name); docs/keys.md names them"
        case .unknownKey(let key, let action):
            "\(action): there is no key \(key); keys are written as in docs/keys.md: x, ctrl-d, shift-tab, f5"
        case .conflict(let key, let one, let other): "\(key) cannot be both \(one.rawValue) and \(other.rawValue)"
        case .mustHaveKey(let action): "\(action.rawValue) cannot be without a key"
        case .reserved(let key, let action): "\(action): \(key) always interrupts"
        case .taken(let key, let action, let hotkey):
            action == .maskAll || action == .share
                ? "hotkey.\(hotkey): \(key) is \(action.rawValue) and stays that"
                : "hotkey.\(hotkey): \(key) is \(action.rawValue) already (override = true takes it)"
        case .twice(let key, let hotkey): "hotkey.\(hotkey): another hotkey has \(key)"
        }
    }

    /// The actions or hotkeys that it is about, for finding the line.
    public var names: [String] {
        switch self {
        case .unknownAction(let name): [name]
        case .unknownKey(_, let action), .reserved(_, let action): [action]
        case .conflict(_, let one, let other): [one.rawValue, other.rawValue]
        case .mustHaveKey(let action): [action.rawValue]
        case .taken(_, _, let hotkey), .twice(_, let hotkey): [hotkey]
        }
    }
}
