import AuditTrail
import Operations
import SensitiveMemory
import Synchronization

/// Settings of an account that keep what they are told, fail as they are told, and count what was sent.
final class FakeAccount: AccountChanging {
    private struct State {
        var settings: [AccountChange]
        var made: [AccountChange] = []
        var failures: [Int: (failure: OperationFailure, isApplied: Bool)] = [:]
        var obstacle: String?
    }

    private let state: Mutex<State>
    private let journal: Journal

    init(_ settings: [AccountChange], journal: Journal = Journal()) {
        state = Mutex(State(settings: settings))
        self.journal = journal
    }

    var settings: [AccountChange] { state.withLock { $0.settings } }
    var made: [AccountChange] { state.withLock { $0.made } }

    /// The call of that number, from 0, fails; `applied` says whether it took effect all the same.
    func fail(_ call: Int, _ failure: OperationFailure, applied: Bool = false) {
        state.withLock { $0.failures[call] = (failure, applied) }
    }

    func obstruct(_ words: String?) { state.withLock { $0.obstacle = words } }

    /// Someone else changes a setting.
    func set(_ change: AccountChange) { state.withLock { Self.put(change, in: &$0.settings) } }

    func current(_ change: AccountChange) async throws(OperationFailure) -> AccountChange {
        guard let found = state.withLock({ $0.settings.first { Self.isSame($0, change) } }) else {
            throw OperationFailure(.ownFault, "the test has no such setting: \(change.words)")
        }
        return found
    }

    func make(_ change: AccountChange) async throws(OperationFailure) -> String {
        journal.write("send " + change.words)
        let failure = state.withLock { state -> OperationFailure? in
            let number = state.made.count
            state.made.append(change)
            if let (failure, isApplied) = state.failures[number] {
                if isApplied { Self.put(change, in: &state.settings) }
                return failure
            }
            Self.put(change, in: &state.settings)
            return nil
        }
        if let failure { throw failure }
        return "req-\(made.count)"
    }

    func obstacle(to change: AccountChange) async throws(OperationFailure) -> String? { state.withLock { $0.obstacle } }

    private static func put(_ change: AccountChange, in settings: inout [AccountChange]) {
        settings.removeAll { isSame($0, change) }
        settings.append(change)
    }

    private static func isSame(_ one: AccountChange, _ two: AccountChange) -> Bool { one.subject == two.subject }
}

extension AccountChange {
    /// What it is about, without what it becomes.
    var subject: String {
        switch self {
        case .accessKey(let id, _, _): "key " + id
        case .rolePolicy(let role, let name, _): "role \(role) \(name)"
        case .userPolicy(let user, let name, _): "user \(user) \(name)"
        case .concurrency(let function, _): "concurrency " + function
        case .provisioned(let function, let qualifier, _): "provisioned \(function) \(qualifier)"
        case .eventSource(let uuid, _, _): "source " + uuid
        case .functionURL(let function, let qualifier, _): "url \(function) \(qualifier ?? "")"
        case .secretPolicy(let secret, _): "secret " + secret
        case .key(let id, _): "kms " + id
        case .alias(let function, let name, _, _): "alias \(function) \(name)"
        case .description(let function, _): "description " + function
        }
    }
}
