/// What an operation answers that only says that it was done.
public struct NoAnswer: Sendable, Equatable {
    public init() {}
}
