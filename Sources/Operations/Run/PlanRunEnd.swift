/// How a run ended.
public enum PlanRunEnd: Sendable, Equatable {
    /// The new state; `problems` are functions that were left out or failed within what was allowed.
    case finished(problems: [RunProblem])
    /// The old state; `problems` are what a person must see to.
    case rolledBack(problems: [RunProblem])
    /// The old value is retired.
    case retired
    /// Half-way: why, and what else has gone wrong.
    case stopped(OperationFailure, problems: [RunProblem])

    public var problems: [RunProblem] {
        switch self {
        case .finished(let problems), .rolledBack(let problems), .stopped(_, let problems): problems
        case .retired: []
        }
    }

    /// Nil if all is well.
    var words: String? {
        switch self {
        case .finished(let problems), .rolledBack(let problems):
            problems.isEmpty ? nil : problems.map(\.text).joined(separator: "; ")
        case .retired: nil
        case .stopped(let failure, _): failure.message
        }
    }
}
