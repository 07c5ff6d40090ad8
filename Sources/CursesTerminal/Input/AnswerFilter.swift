/// Takes the terminal's answers and unknown sequences out of what was typed.
///
/// ncurses hands over what it has no key for a character at a time; without this filter the tail of a late
/// answer would press keys.
struct AnswerFilter {
    enum Output: Hashable {
        /// Typed characters, in order.
        case typed(UInt32)
        case answer(TerminalAnswer)
    }

    private enum State {
        case ground
        case escape
        /// After `ESC [`.
        case controlSequence
        /// After `ESC O`: one more character.
        case singleShift
        /// After `ESC ]`.
        case systemCommand
        /// After `ESC P`, `ESC _`, `ESC ^`, `ESC X`.
        case otherString
        /// An ESC in a string: `\` ends it.
        case stringEscape(systemCommand: Bool)
    }

    /// How long the rest of a sequence may take, in milliseconds. A person's ESC followed by `[` is older.
    static let patience = 250
    /// No answer that anyone reads is longer.
    private static let limit = 4096

    private var state = State.ground
    private var text = String.UnicodeScalarView()
    private var last = 0

    /// Takes one character, and gives what it settles.
    mutating func feed(_ character: UInt32, at milliseconds: Int) -> [Output] {
        defer { last = milliseconds }
        if milliseconds - last > AnswerFilter.patience { reset() }
        switch state {
        case .ground: return start(character)
        case .escape: return afterEscape(character)
        case .controlSequence: return inControlSequence(character)
        case .singleShift:
            reset()
            return []
        case .systemCommand, .otherString: return inString(character)
        case .stringEscape(let systemCommand):
            if character == 0x5C { return endString(systemCommand: systemCommand) }
            // Not the end after all: the string is broken off and another sequence has begun.
            reset()
            return afterEscape(character)
        }
    }

    /// Nothing more is waiting: an ESC that stands alone was the key.
    mutating func settle() -> [Output] {
        guard case .escape = state else { return [] }
        reset()
        return [.typed(0x1B)]
    }

    private mutating func start(_ character: UInt32) -> [Output] {
        guard character == 0x1B else { return [.typed(character)] }
        state = .escape
        return []
    }

    private mutating func afterEscape(_ character: UInt32) -> [Output] {
        switch character {
        case 0x5B: state = .controlSequence
        case 0x4F: state = .singleShift
        case 0x5D: state = .systemCommand
        case 0x50, 0x5F, 0x5E, 0x58: state = .otherString
        case 0x1B:
            state = .escape
            return [.typed(0x1B)]
        default:
            reset()
            return [.typed(0x1B), .typed(character)]
        }
        return []
    }

    private mutating func inControlSequence(_ character: UInt32) -> [Output] {
        guard let scalar = Unicode.Scalar(character) else { return [] }
        switch character {
        case 0x20...0x3F:
            keep(scalar)
            return []
        case 0x40...0x7E:
            let answer = TerminalAnswer(controlSequence: String(text), final: scalar)
            reset()
            return [.answer(answer)]
        default:
            reset()
            return start(character)
        }
    }

    private mutating func inString(_ character: UInt32) -> [Output] {
        var systemCommand = false
        if case .systemCommand = state { systemCommand = true }
        switch character {
        case 0x07: return endString(systemCommand: systemCommand)
        case 0x1B:
            state = .stringEscape(systemCommand: systemCommand)
            return []
        default:
            // Every answer begins with a digit; a person who typed ESC and `]` gets the keys.
            if systemCommand, text.isEmpty, !(0x30...0x39).contains(character) {
                reset()
                return [.typed(0x1B), .typed(0x5D)] + start(character)
            }
            if let scalar = Unicode.Scalar(character) { keep(scalar) }
            return []
        }
    }

    private mutating func endString(systemCommand: Bool) -> [Output] {
        let answer = systemCommand ? TerminalAnswer(systemCommand: String(text)) : .other
        reset()
        return [.answer(answer)]
    }

    private mutating func keep(_ scalar: Unicode.Scalar) {
        if text.count < AnswerFilter.limit { text.append(scalar) } else { reset() }
    }

    private mutating func reset() {
        state = .ground
        text = String.UnicodeScalarView()
    }
}
