/// The ability to tell whether functions do their work, from their metrics.
public protocol HealthReading: Sendable {
    /// Errors and throttles of these functions in the last minutes, and in the hour before the change began.
    func health(of functions: [String], minutes: Int) async throws(CallFailure) -> [FunctionHealth]
}

/// What CloudWatch counted of one function.
public struct FunctionHealth: Sendable, Equatable {
    public let function: String
    public let invocations: Int
    /// Errors and throttles together.
    public let failures: Int
    /// In the hour before.
    public let formerInvocations: Int
    public let formerFailures: Int

    public init(function: String, invocations: Int, failures: Int, formerInvocations: Int, formerFailures: Int) {
        self.function = function
        self.invocations = invocations
        self.failures = failures
        self.formerInvocations = formerInvocations
        self.formerFailures = formerFailures
    }

    /// Whether it fails more often than it did: a greater share of its invocations, by more than one in a hundred, and
    /// at least one.
    public var isWorse: Bool {
        guard failures > 0 else { return false }
        let now = Double(failures) / Double(max(invocations, failures))
        let before = Double(formerFailures) / Double(max(formerInvocations, formerFailures, 1))
        return now > before + 0.01
    }
}

/// The ability to run a program of the person's that says whether all is well.
public protocol CheckRunning: Sendable {
    /// nil if it ended with 0, else its last line, cleaned.
    func run(_ command: String, plan: PlanID, wave: Int) async throws(CallFailure) -> String?
}
