import FoundationEssentials

/// A containment and how far it is, as the timeline tells.
public struct ContainmentRecord: Equatable, Sendable {
    /// How it stands.
    public enum State: String, Sendable {
        /// On the disk, and its end is not: look before anything is repeated.
        case begun
        case done
        /// Something of it failed; what was changed before stays until it is undone.
        case failed
        /// Its undo was begun.
        case undoing
        case undone
        case undoFailed

        init?(_ action: TimelineAction) {
            switch action {
            case .containing: self = .begun
            case .contained: self = .done
            case .containFailed: self = .failed
            case .undoing: self = .undoing
            case .undone: self = .undone
            case .undoFailed: self = .undoFailed
            default: return nil
            }
        }
    }

    public private(set) var containment: Containment
    public private(set) var state: State
    public let time: Date

    /// Whether there may be something to take back.
    public var canBeUndone: Bool { state != .undone && !containment.steps.isEmpty }

    init(_ containment: Containment, _ state: State, _ time: Date) {
        self.containment = containment
        self.state = state
        self.time = time
    }

    mutating func take(_ containment: Containment, _ action: TimelineAction) {
        if let state = State(action) { self.state = state }
        if !containment.steps.isEmpty { self.containment = containment }
    }
}
