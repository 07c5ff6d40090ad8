/// What reaches the program from the terminal. Answers of the terminal itself never do.
public enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// What a person pasted, as the terminal sent it: UTF-8 with any control in it. It is text for a field
    /// and never a command; it may be a value.
    case paste([UInt8])
    case resized(rows: Int, columns: Int)
    /// The first button was pressed there.
    case pressed(row: Int, column: Int)
    /// The wheel was turned by so many lines; down is positive.
    case scrolled(Int)
    /// The window got or lost the keyboard.
    case focus(Bool)
    /// The terminal is gone.
    case lost
}
