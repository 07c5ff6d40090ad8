import ArgumentParser

/// Where the new value comes from when the plan leaves it to the person. Never an argument.
struct NewValueOptions: ParsableArguments {
    @Flag(name: .customLong("value-stdin"), help: "Read the new value from standard input; one line end is dropped.")
    var valueStdin = false

    @Option(
        name: .customLong("value-file"),
        help: ArgumentHelp("Read the new value from this file; one line end is dropped.", valueName: "file"),
        completion: .file())
    var valueFile: String?

    mutating func validate() throws {
        if valueStdin, valueFile != nil { throw ValidationError("--value-stdin and --value-file exclude each other.") }
    }

    var isGiven: Bool { valueStdin || valueFile != nil }

    func supply(_ session: Session) -> PersonsValue {
        let origin: PersonsValue.Origin = valueStdin ? .standardInput : valueFile.map { .file($0) } ?? .recipe
        return PersonsValue(origin: origin, mayAsk: !session.options.noInput)
    }
}
