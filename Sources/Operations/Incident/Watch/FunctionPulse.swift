/// What CloudWatch counted of a function, a number a minute, the earliest first.
public struct FunctionPulse: Equatable, Sendable {
    public let function: String
    public let errors: [Int]
    public let throttles: [Int]

    public init(function: String, errors: [Int], throttles: [Int]) {
        self.function = function
        self.errors = errors
        self.throttles = throttles
    }

    /// Errors and throttles together.
    public var failures: Int { errors.reduce(0, +) + throttles.reduce(0, +) }

    /// `payments-checkout  errors ..▂█ 9  throttles .... 0`
    public func line(width: Int, isUnicode: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - function.count))
        func part(_ name: String, _ counts: [Int]) -> String {
            "\(name) \(Sparkline.text(counts, isUnicode: isUnicode)) \(counts.reduce(0, +))"
        }
        return "  \(function)\(padding)  \(part("errors", errors))  \(part("throttles", throttles))"
    }
}
