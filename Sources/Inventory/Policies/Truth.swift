/// What can be told of a statement from outside: some parts of a policy depend on the request that will be made.
public enum Truth: Sendable, Equatable {
    case yes, no
    /// It depends on something that is not known, which is named: `aws:SourceVpc`.
    case unknown(String)

    public init(_ value: Bool) { self = value ? .yes : .no }

    /// No if one is no, otherwise unknown if one is unknown.
    func and(_ other: @autoclosure () -> Truth) -> Truth {
        switch self {
        case .no: return .no
        case .yes: return other()
        case .unknown: return other() == .no ? .no : self
        }
    }

    /// Yes if one is yes, otherwise unknown if one is unknown.
    func or(_ other: @autoclosure () -> Truth) -> Truth {
        switch self {
        case .yes: return .yes
        case .no: return other()
        case .unknown: return other() == .yes ? .yes : self
        }
    }

    var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: self
        }
    }
}
