import Inventory

/// What can be done at once against a leak, in the words of the command line.
public enum ContainmentWord: String, CaseIterable, Sendable, Hashable {
    case deactivate
    case denySessions = "deny-sessions"
    case stopInvocations = "stop-invocations"
    case pauseSource = "pause-source"
    case lockURL = "lock-url"
    case restrictSecret = "restrict-secret"
    case disableKey = "disable-key"
    case aliasBack = "alias-back"

    /// What it comes to, for the menu.
    var meaning: String {
        switch self {
        case .deactivate: "the access key inactive, its sessions denied"
        case .denySessions: "sessions from before now denied"
        case .stopInvocations: "the function runs no more"
        case .pauseSource: "the event source off"
        case .lockURL: "its address asks for a signature"
        case .restrictSecret: "only rotation and you read it"
        case .disableKey: "nothing is decrypted with it any more"
        case .aliasBack: "the alias on an older version"
        }
    }

    /// Those that apply to a thing, with the thing that each is about.
    static func possible(for reference: Reference) -> [(word: ContainmentWord, about: Reference)] {
        switch reference {
        case .function(let name, _), .variable(let name, _, _):
            [(.stopInvocations, .function(name: name)), (.lockURL, .functionURL(function: name))]
        case .functionURL: [(.lockURL, reference)]
        case .alias: [(.aliasBack, reference)]
        case .secret(let name, _, _): [(.restrictSecret, .secret(name: name))]
        case .key: [(.disableKey, reference)]
        case .role, .user: [(.denySessions, reference)]
        case .accessKey: [(.deactivate, reference)]
        case .eventSourceMapping: [(.pauseSource, reference)]
        case .parameter, .stack: []
        }
    }
}
