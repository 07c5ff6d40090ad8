import TerminalCanvas

/// A question before something that is not to happen by mistake. It names the thing, and its answer is no unless
/// somebody says yes on purpose.
public struct Confirmation: Sendable, Equatable {
    /// What a yes leads to.
    public enum Consequence: Sendable, Equatable {
        case leaveReadOnly
        case forgetFilter(SavedFilter)
        /// A plan runs: stop it and leave.
        case leaveRunning
    }

    /// Where the keys go.
    public enum Focus: Sendable, Equatable {
        case no, yes
    }

    /// What a key led to.
    enum Outcome: Equatable {
        case stays, refused, confirmed
    }

    public let consequence: Consequence
    public let title: String
    /// What it means, a line each: what is changed, what follows, how it is taken back.
    public let lines: [String]
    /// The word of the button.
    public let verb: String
    public private(set) var focus = Focus.no

    init(_ consequence: Consequence, title: String, lines: [String], verb: String) {
        self.consequence = consequence
        self.title = title
        self.lines = lines
        self.verb = verb
    }

    mutating func handle(_ key: Key) -> Outcome {
        switch key {
        case .escape, .character("n"), .character("q"): return .refused
        case .tab, .backTab, .up, .down, .left, .right: focus = focus == .no ? .yes : .no
        // The letter alone does nothing yet: it may have been meant for another screen.
        case .character("y"): focus = .yes
        case .enter, .character(" "): return focus == .yes ? .confirmed : .refused
        case .character, .control, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown, .shiftLeft,
            .shiftRight, .shiftUp, .shiftDown, .function:
            break
        }
        return .stays
    }
}
