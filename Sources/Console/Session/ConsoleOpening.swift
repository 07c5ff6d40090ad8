import ConsoleViewModels

/// What a console begins with: in another account or region there is another of it.
public struct ConsoleOpening: Sendable {
    public let settings: ConsoleSettings
    /// Where the calls of its client are told.
    public let inbox: EventInbox
    public let world: ConsoleWorld

    public init(settings: ConsoleSettings, inbox: EventInbox, world: ConsoleWorld) {
        self.settings = settings
        self.inbox = inbox
        self.world = world
    }
}
