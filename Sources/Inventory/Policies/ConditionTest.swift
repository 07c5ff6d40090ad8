import FoundationEssentials

/// The comparison that an operator of a condition stands for.
struct ConditionTest {
    private enum Comparison {
        case equals, equalsIgnoringCase, like, arn
        case number((Double, Double) -> Bool)
        case date((Date, Date) -> Bool)
        case bool, address
    }

    let isNegated: Bool
    private let comparison: Comparison

    /// nil for an operator that is not known here.
    init?(_ name: String) {
        let order: [(String, (Double, Double) -> Bool)] = [
            ("LessThanEquals", { $0 <= $1 }), ("LessThan", { $0 < $1 }), ("GreaterThanEquals", { $0 >= $1 }),
            ("GreaterThan", { $0 > $1 }), ("NotEquals", { $0 == $1 }), ("Equals", { $0 == $1 })
        ]
        isNegated = name.contains("Not")
        switch name {
        case "StringEquals", "StringNotEquals", "BinaryEquals": comparison = .equals
        case "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase": comparison = .equalsIgnoringCase
        case "StringLike", "StringNotLike": comparison = .like
        case "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike": comparison = .arn
        case "Bool": comparison = .bool
        case "IpAddress", "NotIpAddress": comparison = .address
        default:
            guard let (_, holds) = order.first(where: { name == "Numeric" + $0.0 || name == "Date" + $0.0 }) else {
                return nil
            }
            comparison =
                name.hasPrefix("Numeric")
                ? .number(holds) : .date { holds($0.timeIntervalSince1970, $1.timeIntervalSince1970) }
        }
    }

    /// Whether a value that is present fits one of the wanted ones, or, negated, none of them.
    func fits(_ present: String, _ wanted: [String], _ context: RequestContext) -> Truth {
        let any = wanted.reduce(Truth.no) { $0.or(fits(present, $1, context)) }
        return isNegated ? any.negated : any
    }

    private func fits(_ present: String, _ wanted: String, _ context: RequestContext) -> Truth {
        switch comparison {
        case .equals:
            // Variables are replaced, wildcards stand for themselves.
            guard wanted.contains("${") else { return Truth(present == wanted) }
            return PolicyPattern(wanted).matches(present, variables: context.single)
        case .equalsIgnoringCase: return Truth(present.lowercased() == wanted.lowercased())
        case .like, .arn: return PolicyPattern(wanted).matches(present, variables: context.single)
        case .bool: return Truth(present.lowercased() == wanted.lowercased())
        case .number(let holds):
            guard let left = Double(present), let right = Double(wanted) else { return .no }
            return Truth(holds(left, right))
        case .date(let holds):
            guard let left = Self.date(present), let right = Self.date(wanted) else { return .unknown("a date") }
            return Truth(holds(left, right))
        case .address: return AddressRange(wanted).map { Truth($0.contains(present)) } ?? .unknown("an address range")
        }
    }

    private static func date(_ text: String) -> Date? {
        if let seconds = Double(text) { return Date(timeIntervalSince1970: seconds) }
        do { return try Date(text, strategy: .iso8601) } catch { return nil }
    }
}
