import CNcurses
import TerminalCanvas

/// Gives the keys of ncurses and the characters of the keyboard the names that the program has for them.
enum KeyDecoder {
    /// Key codes of our own for sequences that ncurses does not know, past its own last one.
    enum OwnCode: Int32 {
        case pasteStart = 0x1F00
        case pasteEnd, focusIn, focusOut
    }

    /// The key for a code of ncurses (KEY_UP…); nil for keys that nothing is bound to.
    static func key(code: Int32) -> Key? {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_HOME, KEY_A1, KEY_FIND: .home
        case KEY_END, KEY_C1, KEY_LL, KEY_SELECT: .end
        case KEY_PPAGE, KEY_A3: .pageUp
        case KEY_NPAGE, KEY_C3: .pageDown
        case KEY_ENTER: .enter
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case KEY_IC: .insert
        case KEY_BTAB: .backTab
        case KEY_SLEFT: .shiftLeft
        case KEY_SRIGHT: .shiftRight
        case KEY_SR: .shiftUp
        case KEY_SF: .shiftDown
        case KEY_F0 + 1...KEY_F0 + 12: .function(Int(code - KEY_F0))
        default: nil
        }
    }

    /// The key for a typed character; nil for what no keyboard should send (C1).
    static func key(character: UInt32) -> Key? {
        switch character {
        case 0x00: return .control("@")
        case 0x09: return .tab
        case 0x0A, 0x0D: return .enter
        case 0x1B: return .escape
        case 0x08, 0x7F: return .backspace
        case 0x01...0x1A: return Unicode.Scalar(character + 0x60).map { .control(Character($0)) }
        case 0x1C...0x1F: return Unicode.Scalar(character + 0x40).map { .control(Character($0)) }
        case 0x80...0x9F: return nil
        default: return Unicode.Scalar(character).map { .character(Character($0)) }
        }
    }
}
