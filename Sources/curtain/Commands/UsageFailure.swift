/// Something wrong with what was typed that only showed after parsing. Exit code 64.
struct UsageFailure: Error, Sendable {
    let message: String

    init(_ message: String) { self.message = message }
}
