import Synchronization

/// The one place in a process where a revealed value can be.
///
/// Only a claim of the slot makes a `RevealedValue`, and a new claim closes what the former one made, so
/// there are never two.
public final class RevealSlot: Sendable {
    /// The slot of this process.
    public static let process = RevealSlot()

    private struct State {
        var claim = 0
        weak var value: RevealedValue?
    }

    private let state = Mutex(State())

    /// A slot of its own, for tests.
    public init() {}

    /// The value that is open now.
    public var current: RevealedValue? {
        state.withLock { $0.value }.flatMap { $0.isOpen ? $0 : nil }
    }

    /// The right to put one value in, until someone else claims it.
    struct Claim: Equatable {
        fileprivate let number: Int
    }

    /// Closes what is there and takes the slot. Throws if the closing could not be put on record.
    func claim() throws(OperationFailure) -> Claim {
        let (claim, old) = state.withLock { state in
            state.claim += 1
            let old = state.value
            state.value = nil
            return (Claim(number: state.claim), old)
        }
        if let failure = old?.close(.replaced) { throw failure }
        return claim
    }

    /// Whether nobody has claimed the slot since.
    func holds(_ claim: Claim) -> Bool { state.withLock { $0.claim == claim.number } }

    /// Puts the value in if the claim still holds; whether it did.
    func put(_ value: RevealedValue, by claim: Claim) -> Bool {
        state.withLock { state in
            guard state.claim == claim.number else { return false }
            state.value = value
            return true
        }
    }
}
