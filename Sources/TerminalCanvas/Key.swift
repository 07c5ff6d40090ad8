/// A key as the program understands it, whatever the terminal sent for it.
public enum Key: Hashable, Sendable {
    case character(Character)
    /// Ctrl with a lower-case letter or one of `\ ] ^ _ @`.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case shiftLeft, shiftRight, shiftUp, shiftDown
    /// F1 to F12.
    case function(Int)
}
