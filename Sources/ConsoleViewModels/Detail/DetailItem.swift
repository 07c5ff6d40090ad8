import Inventory

/// One line of a detail screen.
public enum DetailItem: Sendable, Equatable {
    /// Words about the thing; several facts may share a line.
    case facts([Fact])
    case title(String)
    /// The head of the variables' columns.
    case variablesTitle
    /// A variable, and how many others are known to hold the same value.
    case variable(FunctionRow.Variable, Reference, alsoIn: Int)
    /// The closed value of a parameter or secret.
    case value(Reference)
    case line(ResourceDetail.Line)
    case problem(Problem)
    case blank

    /// A word and what it says.
    public struct Fact: Sendable, Equatable {
        public let label: String
        public let text: String
    }

    /// Whether the cursor stops there.
    public var isSelectable: Bool {
        switch self {
        case .variable, .value, .line, .problem: true
        case .facts, .title, .variablesTitle, .blank: false
        }
    }

    /// What can be followed from there.
    public var link: Reference? {
        switch self {
        case .variable(let variable, _, _): variable.of
        case .line(let line): line.link
        case .facts, .title, .variablesTitle, .value, .problem, .blank: nil
        }
    }

    /// The words that a search finds. There is no value in them.
    var searchText: String {
        switch self {
        case .facts(let facts): facts.map { "\($0.label) \($0.text)" }.joined(separator: " ")
        case .title(let text): text
        case .variable(let variable, _, _): "\(variable.name) \(variable.source.rawValue)"
        case .line(let line): "\(line.label) \(line.text)"
        case .problem(let problem): problem.summary
        case .variablesTitle, .value, .blank: ""
        }
    }
}
