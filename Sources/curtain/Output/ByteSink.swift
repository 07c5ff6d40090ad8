/// The ability to take finished output.
protocol ByteSink: Sendable {
    /// Takes the text; it may keep it until `flush`.
    mutating func write(_ text: String) throws(OutputError)
    /// Hands on everything taken so far.
    mutating func flush() throws(OutputError)
}

/// Why output could not be written.
enum OutputError: Error, Equatable, Sendable {
    /// The reader has gone (EPIPE): nobody wants the rest.
    case closed
    /// The errno of write(2).
    case failed(errno: Int32)
}
