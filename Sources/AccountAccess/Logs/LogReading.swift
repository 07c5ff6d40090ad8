import FoundationEssentials
import Inventory
import Operations

/// The ability to tell the end of a function's log.
public protocol LogReading: Sendable {
    /// - Parameter function: its name.
    func log(of function: String, now: Date) async throws(OperationFailure) -> FunctionLog
}
