/// What lies over the screen and takes the keys.
public enum Overlay: Sendable, Equatable {
    case none
    /// The `/` line, and what stood there before.
    case filter(TextField, before: String)
    case command(CommandPrompt)
    case help(HelpModel)
    case sortMenu(SortMenu)
    case menu(ChoiceMenu)
    case confirm(Confirmation)
    case form(Form)
    /// The line in which LEAVE is typed.
    case leaveShare(TextField, problem: String?)
}
