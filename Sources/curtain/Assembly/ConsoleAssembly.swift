import Operations

/// Joins the concrete types into the console.
enum ConsoleAssembly {
    /// Runs the console until it is left.
    static func run(_ session: Session) throws -> ExitStatus {
        throw OperationFailure(.ownFault, "this build has no console; use the commands")
    }
}
