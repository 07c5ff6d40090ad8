/// One part of what is kept of a thing as it was: its state, its versions, its policies. Never a value.
public struct EvidencePart: Sendable {
    public let title: String
    /// Reads it; a few lines of a label and a text each.
    public let read: @Sendable () async throws(OperationFailure) -> [(label: String, text: String)]

    public init(
        _ title: String,
        read: @escaping @Sendable () async throws(OperationFailure) -> [(label: String, text: String)]
    ) {
        self.title = title
        self.read = read
    }
}
