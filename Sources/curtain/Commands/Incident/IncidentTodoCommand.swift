import ArgumentParser
import AuditTrail
import Operations

/// `curtain incident todo TEXT`, `curtain incident todo --done ID`
struct IncidentTodoCommand: RunnableCommand {
    static let callsAWS = false

    static let configuration = CommandConfiguration(
        commandName: "todo", abstract: "Write down what is still to do, or that it is done.")

    @Argument(help: ArgumentHelp("What is to do.", valueName: "text"))
    var text: String?

    @Option(name: .long, help: ArgumentHelp("Who does it.", valueName: "name"))
    var owner: String?

    @Option(name: .long, help: ArgumentHelp("The todo that is done, by its id.", valueName: "id"))
    var done: String?

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    mutating func validate() throws {
        if (text == nil) == (done == nil) { throw ValidationError("todo takes a text, or --done and the todo's id.") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let desk = try IncidentDesk(session)
        let log = try desk.current()
        var entry: TimelineEntry
        if let done {
            guard let todo = Incident(log.id, try log.timeline()).todos.first(where: { $0.id == done }) else {
                throw OperationFailure(.notFound, "there is no todo \(done) in \(log.id)")
            }
            entry = desk.entry(.todoDone, from: .human, note: todo.text)
            entry.answers = todo.id
        } else {
            entry = desk.entry(.todo, from: .human)
            entry.todo = text
            entry.owner = owner
        }
        try session.print(one: try desk.record(.incidentTodo, entry, in: log), shape: TimelineLine.shape)
        return .done
    }
}
