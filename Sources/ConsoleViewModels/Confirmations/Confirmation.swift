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
        /// The line in which the name is typed.
        case name
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
    /// What must be typed before the button works; nil where a button is enough.
    public let name: String?
    public private(set) var field = TextField(limit: 200)
    public private(set) var focus: Focus
    public private(set) var problem: String?

    init(_ consequence: Consequence, title: String, lines: [String], verb: String, name: String? = nil) {
        self.consequence = consequence
        self.title = title
        self.lines = lines
        self.verb = verb
        self.name = name
        focus = name == nil ? .no : .name
    }

    /// Whether letters go into the line.
    var isTyping: Bool { focus == .name }

    mutating func handle(_ key: Key) -> Outcome {
        let stops: [Focus] = name == nil ? [.no, .yes] : [.name, .no, .yes]
        func stop(_ steps: Int) -> Focus {
            stops[((stops.firstIndex(of: focus) ?? 0) + steps + stops.count) % stops.count]
        }
        switch key {
        case .escape: return .refused
        case .tab, .down: focus = stop(1)
        case .backTab, .up: focus = stop(-1)
        case .left where focus != .name, .right where focus != .name: focus = focus == .no ? .yes : .no
        case .character("n") where focus != .name, .character("q") where focus != .name: return .refused
        case .character("y") where focus != .name: focus = .yes
        case .enter: return enter()
        case .character(" ") where focus != .name: return enter()
        case .left, .right, .character, .control, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown,
            .shiftLeft, .shiftRight, .shiftUp, .shiftDown, .function:
            if focus == .name, field.handle(key) { problem = nil }
        }
        return .stays
    }

    private mutating func enter() -> Outcome {
        switch focus {
        case .no: return .refused
        case .name, .yes:
            guard name == nil || field.trimmed == name else {
                problem = "type \(name ?? "") to go on, or esc"
                focus = .name
                return .stays
            }
            guard focus == .yes else {
                focus = .yes
                return .stays
            }
            return .confirmed
        }
    }
}
