import ArgumentParser

/// Where the new value comes from when the plan leaves it to the person. Never an argument.
struct NewValueOptions: ParsableArguments {
    /// How long the command may take, in seconds.
    private static let commandSeconds = 120.0

    @Flag(name: .customLong("value-stdin"), help: "Read the new value from standard input; one line end is dropped.")
    var valueStdin = false

    @Option(
        name: .customLong("value-file"),
        help: ArgumentHelp("Read the new value from this file; one line end is dropped.", valueName: "file"),
        completion: .file())
    var valueFile: String?

    @Option(
        name: .customLong("value-command"),
        help: ArgumentHelp(
            "Run this and take what it prints as the new value; one line end is dropped.", valueName: "command"))
    var valueCommand: String?

    mutating func validate() throws {
        guard [valueStdin, valueFile != nil, valueCommand != nil].count(where: \.self) < 2 else {
            throw ValidationError("--value-stdin, --value-file and --value-command exclude each other.")
        }
    }

    var isGiven: Bool { valueStdin || valueFile != nil || valueCommand != nil }

    func supply(_ session: Session) -> PersonsValue {
        let command = valueCommand.map {
            PersonsValue.Origin.command(
                ValueCommand(
                    command: $0, environment: ProgramEnvironment.lines(session.environment, own: []),
                    seconds: Self.commandSeconds))
        }
        let origin: PersonsValue.Origin =
            valueStdin ? .standardInput : valueFile.map { .file($0) } ?? command ?? .recipe
        return PersonsValue(origin: origin, mayAsk: !session.options.noInput)
    }
}
