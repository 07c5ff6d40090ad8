import Operations
import SensitiveMemory
import Synchronization

/// The system that the secret opens: what it takes.
final class FakeTarget: Sendable {
    private let state: Mutex<[String]>
    /// For so many sign-ins an undo shows no effect; the hook says that it has done it.
    private let slowness = Mutex(0)
    /// Whether it takes several values at once.
    let overlaps: Bool

    init(_ values: [String], overlaps: Bool) {
        state = Mutex(values)
        self.overlaps = overlaps
    }

    var accepted: [String] { state.withLock { $0 } }

    func accepts(_ value: String) -> Bool { state.withLock { $0.contains(value) } }

    func undoTakes(_ signIns: Int) { slowness.withLock { $0 = signIns } }

    func apply(_ step: HookStep, value: String, former: String?) -> HookAnswer {
        state.withLock { values in
            switch step {
            case .set:
                if !overlaps { values = [value] } else if !values.contains(value) { values.append(value) }
                return .yes
            case .test:
                let isSlow = slowness.withLock { left in
                    guard left > 0 else { return false }
                    left -= 1
                    return true
                }
                return isSlow || values.contains(value) ? .yes : .no("authentication failed")
            case .finish:
                values = [value]
                return .yes
            case .undo:
                guard let former else { return .no("there is no former value") }
                if overlaps {
                    values.removeAll { $0 == value }
                    if !values.contains(former) { values.append(former) }
                } else {
                    values = [former]
                }
                return .yes
            }
        }
    }
}
