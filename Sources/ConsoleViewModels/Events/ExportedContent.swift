import Inventory

/// What a screen has to export: never a value.
public enum ExportedContent: Sendable, Equatable {
    /// A row a line, as JSON.
    case rows([ResourceRow])
    case lines([String])

    public var count: Int {
        switch self {
        case .rows(let rows): rows.count
        case .lines(let lines): lines.count
        }
    }
}
