import Synchronization

/// That a person wants a run to stop after the call that is under way.
public final class StopSignal: Sendable {
    private let asked = Mutex(false)

    public init() {}

    public func stop() { asked.withLock { $0 = true } }

    public var isAsked: Bool { asked.withLock { $0 } }
}
