import Dispatch

/// Holds threads back until it is opened, once and for all.
final class DispatchGate: Sendable {
    private let group = DispatchGroup()

    init() { group.enter() }

    func wait() { group.wait() }
    func open() { group.leave() }
}
