/// A value that many rows have in common, in one place in memory for all of them.
final class Shared<Value: Hashable & Sendable>: Sendable, Equatable {
    let value: Value

    init(_ value: Value) { self.value = value }

    static func == (left: Shared, right: Shared) -> Bool { left === right || left.value == right.value }
}
