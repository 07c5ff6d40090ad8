/// One promise about the process and what the system says of it, for `doctor`.
public struct HardeningCheck: Equatable, Sendable {
    /// What is looked at. The raw value is the name in the output of `doctor`.
    public enum Subject: String, CaseIterable, Sendable {
        case freedMemory, coreLimit, coreDestination, tracing, tracingScope, tracer, crashSignals, newFiles, lockLimit
        case valuePagesLocked, valuePagesLeftOutOfCores, valuePagesEmptyAfterFork, swap
    }

    /// How it stands.
    public enum State: String, Sendable {
        /// The promise holds.
        case good
        /// Something outside the process is weaker than it could be; what stays true in spite of it is in `finding`.
        case weak
        /// The promise does not hold.
        case bad
        /// The system does not say.
        case unknown
    }

    public let subject: Subject
    public let state: State
    /// What was found, in one line.
    public let finding: String
    /// What would mend it; nil if there is nothing to mend.
    public let advice: String?

    init(_ subject: Subject, _ state: State, _ finding: String, advice: String? = nil) {
        self.subject = subject
        self.state = state
        self.finding = finding
        self.advice = advice
    }
}
