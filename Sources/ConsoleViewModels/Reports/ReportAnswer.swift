import Inventory

/// What AWS's answers to a question amount to: rows, and what could not be seen. There is no value in it.
public enum ReportAnswer: Sendable, Equatable {
    case consumers(ConsumerTree, gaps: [String])
    case drift([DriftRow], gaps: [String])
    /// The days before are still being read where it is not whole.
    case access(AccessReport, gaps: [String], isWhole: Bool = true)
    case log(FunctionLog)
    case findings([Finding], gaps: [String])
    case cost(CostReport, gaps: [String])
    /// As whoever answers has it.
    case report(Report)
    case incidents([IncidentEntry])
    case plans([PlanEntry])
    case planSheet(PlanSheet)
    case retirement(RetirementSheet)
    case failed(Problem)
}
