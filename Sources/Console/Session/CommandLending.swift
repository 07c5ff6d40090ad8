import ConsoleViewModels
import Inventory
import Operations

/// What the console borrows from the command line, so that both say the same.
public protocol CommandLending: Sendable {
    /// Everything about a thing but its value, as `show -o json` prints it.
    func json(of detail: ResourceDetail, isShared: Bool) -> String

    /// A row as `list -o jsonl` prints it.
    func json(of row: ResourceRow, isShared: Bool) -> String

    /// The lines of `doctor`.
    func checkup() async -> [CheckupLine]

    /// Writes a new file, readable by its owner only. Throws `usage` if it is there already.
    func write(_ text: String, to path: String) throws(OperationFailure)
}

/// One line of a checkup.
public struct CheckupLine: Sendable, Equatable {
    public let subject: String
    /// `ok`, `warn` or `fail`
    public let state: String
    public let finding: String
    public let advice: String

    public init(subject: String, state: String, finding: String, advice: String) {
        self.subject = subject
        self.state = state
        self.finding = finding
        self.advice = advice
    }
}
