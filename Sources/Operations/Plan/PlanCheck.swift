/// What shows after a wave that its functions do their work.
public enum PlanCheck: Hashable, Sendable {
    /// A real invocation of each function's new version with this JSON; a JSON object that is expected must be found in
    /// the answer, member by member.
    case invoke(payload: String, expected: String?)
    /// No more errors and throttles, in so many minutes, than the hour before had.
    case errors(minutes: Int)
    /// A program of the person's that ends with 0.
    case command(String)

    /// `invoke=PAYLOAD`, `invoke=PAYLOAD=>ANSWER`, `errors=5m`, `command=PATH`; nil if it is none.
    public init?(_ text: String) {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let rest = String(text[text.index(after: equals)...])
        guard !rest.isEmpty else { return nil }
        switch text[..<equals] {
        case "invoke":
            guard let arrow = rest.firstRange(of: "=>") else {
                self = .invoke(payload: rest, expected: nil)
                return
            }
            self = .invoke(payload: String(rest[..<arrow.lowerBound]), expected: String(rest[arrow.upperBound...]))
        case "errors":
            guard rest.hasSuffix("m"), let minutes = Int(rest.dropLast()), (1...1440).contains(minutes) else {
                return nil
            }
            self = .errors(minutes: minutes)
        case "command": self = .command(rest)
        default: return nil
        }
    }

    /// The text that gives it again.
    public var text: String {
        switch self {
        case .invoke(let payload, nil): "invoke=\(payload)"
        case .invoke(let payload, .some(let expected)): "invoke=\(payload)=>\(expected)"
        case .errors(let minutes): "errors=\(minutes)m"
        case .command(let path): "command=\(path)"
        }
    }
}
