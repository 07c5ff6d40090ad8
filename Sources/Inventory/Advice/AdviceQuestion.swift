/// The questions behind the choice of a store, in the order in which they are asked. Each is also an option of
/// `curtain advise`.
public enum AdviceQuestion: String, CaseIterable, Sendable {
    case kind
    case blastRadius = "blast-radius"
    case functions
    case keyAFunction = "key-a-function"
    case size
    case rotation
    case readers
    case regions
    case calls

    /// The question to a person.
    public var text: String {
        switch self {
        case .kind: "What is it? text (password, API key), certificate or signing-key"
        case .blastRadius: "What can an attacker do with it? small (write telemetry), large (read or change data)"
        case .functions: "How many functions read it?"
        case .keyAFunction: "Can each of them have one of its own? yes or no"
        case .size: "How many bytes has it?"
        case .rotation: "Must it rotate? none, wanted, or mandated by a rule such as PCI-DSS"
        case .readers: "Who may read the functions' configuration (auditors and scanners too)? few or many"
        case .regions: "In how many regions is it needed?"
        case .calls: "How often is it read a month?"
        }
    }

    /// What stands for no answer.
    public func usual(_ answers: AdviceAnswers = AdviceAnswers()) -> String {
        switch self {
        case .kind: answers.kind.rawValue
        case .blastRadius: answers.blastRadius.rawValue
        case .functions: String(answers.functions)
        case .keyAFunction: answers.keyAFunction ? "yes" : "no"
        case .size: String(answers.size)
        case .rotation: answers.rotation.rawValue
        case .readers: answers.readers.rawValue
        case .regions: String(answers.regions)
        case .calls: String(answers.calls)
        }
    }

    /// Puts an answer in its place. Returns what would be understood if this is not.
    public func take(_ answer: String, into answers: inout AdviceAnswers) -> String? {
        func choice<Choice: RawRepresentable & CaseIterable>(_ path: WritableKeyPath<AdviceAnswers, Choice>) -> String?
        where Choice.RawValue == String {
            guard let found = Choice(rawValue: answer) else {
                return Choice.allCases.map(\.rawValue).joined(separator: ", ")
            }
            answers[keyPath: path] = found
            return nil
        }
        func number(_ path: WritableKeyPath<AdviceAnswers, Int>, _ range: ClosedRange<Int>) -> String? {
            guard let found = Int(answer), range.contains(found) else {
                return "a number from \(range.lowerBound) to \(range.upperBound)"
            }
            answers[keyPath: path] = found
            return nil
        }
        switch self {
        case .kind: return choice(\.kind)
        case .blastRadius: return choice(\.blastRadius)
        case .rotation: return choice(\.rotation)
        case .readers: return choice(\.readers)
        case .functions: return number(\.functions, 1...100_000)
        case .size: return number(\.size, 1...10_000_000)
        case .regions: return number(\.regions, 1...100)
        case .calls: return number(\.calls, 0...1_000_000_000_000)
        case .keyAFunction:
            guard answer == "yes" || answer == "no" else { return "yes, no" }
            answers.keyAFunction = answer == "yes"
            return nil
        }
    }
}
