import ConsoleViewModels

/// What is left of an effect for whoever has the terminal: the rest is the runner's.
enum TerminalEffect: Sendable, Equatable {
    case copyName(String)
    case clearClipboard
    case chooseTheme(String)
    case redraw
    case suspend
    case reopen(profile: String?, region: String?)
    case quit(QuitReason)
}
