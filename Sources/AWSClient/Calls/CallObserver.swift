/// Is told of every call when it has ended. Called from any task; must not block.
public typealias CallObserver = @Sendable (CallRecord) -> Void
