/// The ability to hand records to another place and to know that they have arrived.
public protocol RecordShipping: Sendable {
    /// Hands over some lines of the trail, each with its newline, the oldest first. Returns when the place has
    /// acknowledged all of them. What was handed over before a failure may come again.
    func ship(_ lines: [UInt8]) async throws(ShippingFailure)
}

/// Why records did not arrive. One line, ending with what to do.
public struct ShippingFailure: Error, Equatable, Sendable {
    public let message: String

    public init(_ message: String) { self.message = message }
}
