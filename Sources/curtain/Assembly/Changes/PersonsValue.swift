import Operations
import SensitiveMemory

/// The new value as the person gives it: generated, from standard input, a file or a command, or typed twice without echo.
struct PersonsValue: NewValueSupply {
    enum Origin: Sendable, Equatable {
        /// As the plan says; typed where the plan leaves it to the person.
        case recipe
        case standardInput
        case file(String)
        /// What a command prints.
        case command(ValueCommand)

        static func == (left: Origin, right: Origin) -> Bool {
            switch (left, right) {
            case (.recipe, .recipe), (.standardInput, .standardInput): true
            case (.file(let one), .file(let other)): one == other
            case (.command(let one), .command(let other)): one.command == other.command
            case (.recipe, _), (.standardInput, _), (.file, _), (.command, _): false
            }
        }
    }

    let origin: Origin
    let mayAsk: Bool

    func newValue(_ recipe: ValueRecipe) async throws(OperationFailure) -> SecretBytes {
        switch (origin, recipe) {
        case (.recipe, .generated(let value)): return try value.make()
        case (.recipe, .given): return try await typed()
        case (.standardInput, .given): return try read(FileSource("-"))
        case (.file(let path), .given): return try read(FileSource(path))
        case (.command(let command), .given): return try held(await command.output(), endsWithLine: true)
        case (.standardInput, .generated), (.file, .generated), (.command, .generated):
            throw OperationFailure(.usage, "the plan generates the value; plan without --generate to give one")
        case (_, .byRotation): throw OperationFailure(.ownFault, "the rotation makes the value itself")
        case (_, .unchanged): throw OperationFailure(.ownFault, "the value stays as it is")
        case (_, .version): throw OperationFailure(.ownFault, "an older version is read by the run itself")
        }
    }

    private func read(_ source: FileSource) throws(OperationFailure) -> SecretBytes {
        let buffer = WipedBuffer()
        let limit = 65_536
        let outcome: Result<Void, OperationFailure> = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) {
            room in
            defer { room.initializeMemory(as: UInt8.self, repeating: 0) }
            do throws(OperationFailure) {
                while buffer.count <= limit {
                    let count = try source.read(into: room)
                    guard count > 0 else { return .success(()) }
                    buffer.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
                }
                return .failure(OperationFailure(.badInput, "the value is larger than \(limit) bytes"))
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
        return try held(buffer, endsWithLine: true)
    }

    private func typed() async throws(OperationFailure) -> SecretBytes {
        guard mayAsk else {
            throw OperationFailure(
                .usage, "give the new value: --value-stdin, --value-file FILE or --value-command COMMAND")
        }
        let first = try held(await HiddenPrompt.ask("new value: "), endsWithLine: false)
        let second = try held(await HiddenPrompt.ask("the same once more: "), endsWithLine: false)
        defer { second.wipe() }
        guard first.isSame(as: second) else {
            first.wipe()
            throw OperationFailure(.usage, "the two are not the same; nothing was changed with them")
        }
        return first
    }

    /// One line end behind the value is the editor's or the shell's, not the value's.
    private func held(_ buffer: WipedBuffer, endsWithLine: Bool) throws(OperationFailure) -> SecretBytes {
        defer { buffer.wipe() }
        let bytes: Result<SecretBytes, OperationFailure> = buffer.withUnsafeBytes { all in
            var value = all[...]
            if endsWithLine, value.last == 0x0A {
                value = value.dropLast()
                if value.last == 0x0D { value = value.dropLast() }
            }
            guard !value.isEmpty else { return .failure(OperationFailure(.badInput, "the new value is empty")) }
            do {
                return .success(try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: value)))
            } catch {
                return .failure(OperationFailure(.ownFault, "no locked memory is left for the value"))
            }
        }
        return try bytes.get()
    }
}
