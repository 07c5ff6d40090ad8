import Inventory
import Operations

/// One piece of news while a list is loaded.
public enum ListUpdate: Sendable, Equatable {
    /// New rows, in the order in which AWS gave them. Never empty.
    case rows([ResourceRow])
    /// Rows that replace earlier ones of the same reference, with more known.
    case changed([ResourceRow])
    /// The rows stand, but something of them could not be told: aliases, tags, states.
    case incomplete(OperationFailure)
}
