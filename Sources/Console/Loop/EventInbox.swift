import ConsoleViewModels
import Dispatch
import Synchronization

/// Where answers and calls from any thread wait for the main thread. However many come at once, the loop wakes
/// once for them and paints once.
public final class EventInbox: Sendable {
    private struct State {
        var waiting: [ConsoleEvent] = []
        /// Whether the main thread has been told already.
        var isRung = false
        var listener: (@MainActor @Sendable ([ConsoleEvent]) -> Void)?
    }

    private let state = Mutex(State())

    public init() {}

    /// From any thread.
    public func post(_ event: ConsoleEvent) {
        let rings = state.withLock { state in
            state.waiting.append(event)
            guard state.listener != nil, !state.isRung else { return false }
            state.isRung = true
            return true
        }
        if rings { ring() }
    }

    /// Calls the closure on the main thread whenever something waits.
    func listen(_ body: @escaping @MainActor @Sendable ([ConsoleEvent]) -> Void) {
        let rings = state.withLock { state in
            state.listener = body
            state.isRung = !state.waiting.isEmpty
            return state.isRung
        }
        if rings { ring() }
    }

    /// What has come in since the last call.
    func drain() -> [ConsoleEvent] {
        state.withLock { state in
            defer { state.waiting = [] }
            state.isRung = false
            return state.waiting
        }
    }

    private func ring() {
        DispatchQueue.main.async { [self] in
            let listener = state.withLock { $0.listener }
            let events = drain()
            MainActor.assumeIsolated { listener?(events) }
        }
    }
}
