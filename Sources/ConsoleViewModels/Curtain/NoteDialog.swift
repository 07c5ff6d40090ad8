import Inventory
import TerminalCanvas

/// The question before a reveal: what, who, where, what is recorded, and why. Cancel is the default.
public struct NoteDialog: Sendable, Equatable {
    /// Where the keys go.
    public enum Focus: Sendable, Equatable {
        case note, cancel, reveal
    }

    /// What a key in the dialog led to.
    enum Outcome: Equatable {
        case stays, cancelled, confirmed(note: String)
    }

    public let reference: Reference
    public let pointer: String?
    /// `payments-api : DB_PASSWORD`
    public let title: String
    /// `$LATEST, literal, short`
    public let facts: String
    public private(set) var note = TextField(limit: 300)
    public private(set) var focus = Focus.note
    /// Why Reveal did not go through.
    public private(set) var problem: String?
    private let minimum: Int

    /// - Parameter held: a note that still holds; then only the button is left to press.
    init(
        reference: Reference, pointer: String?, title: String, facts: String, minimum: Int, held: String? = nil
    ) {
        self.reference = reference
        self.pointer = pointer
        self.title = title
        self.facts = facts
        self.minimum = max(1, minimum)
        if let held {
            note.set(held)
            focus = .reveal
        }
    }

    mutating func paste(_ bytes: [UInt8]) {
        focus = .note
        note.paste(bytes)
        problem = nil
    }

    mutating func handle(_ key: Key) -> Outcome {
        switch key {
        case .escape: return .cancelled
        case .tab, .down: focus = focus == .note ? .cancel : focus == .cancel ? .reveal : .note
        case .backTab, .up: focus = focus == .note ? .reveal : focus == .reveal ? .cancel : .note
        case .enter: return enter()
        case .left, .right:
            if focus == .note { _ = note.handle(key) } else { focus = focus == .cancel ? .reveal : .cancel }
        case .character(" ") where focus != .note: return enter()
        case .character, .control, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown, .shiftLeft,
            .shiftRight, .shiftUp, .shiftDown, .function:
            if focus == .note, note.handle(key) { problem = nil }
        }
        return .stays
    }

    /// In the note, enter only goes on to the button: a value takes two keys.
    private mutating func enter() -> Outcome {
        switch focus {
        case .cancel: return .cancelled
        case .note:
            if isNoteEnough { focus = .reveal }
            return .stays
        case .reveal:
            guard isNoteEnough else {
                focus = .note
                return .stays
            }
            return .confirmed(note: note.trimmed)
        }
    }

    private var isNoteEnough: Bool {
        mutating get {
            let length = note.trimmed.count
            if length == 0 {
                problem = "a reason is needed: it goes into the audit trail before anything is fetched"
            } else if length < minimum {
                problem = "the reason is too short: at least \(minimum) characters"
            } else {
                problem = nil
            }
            return problem == nil
        }
    }
}
