import Operations

/// The exit codes of the command line, all in one place. What each means is settled; scripts rely on it.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// Done, or `compare` found the same.
    case done = 0
    case failed = 1
    /// A check found something; `compare` found a difference.
    case finding = 3
    /// Stopped half-way and can be resumed, or done but for what was named as left out.
    case stoppedHalfway = 4
    case usage = 64
    case badInput = 65
    case notFound = 66
    /// AWS cannot be reached, or what answers is not AWS.
    case unreachable = 69
    case ownFault = 70
    case auditUnwritable = 74
    /// Throttled or changed meanwhile.
    case tryAgain = 75
    /// Denied by AWS, by read-only or share mode, or for want of a note.
    case denied = 77
    /// No credentials or no region.
    case noCredentials = 78
    case interrupted = 130

    init(_ kind: OperationFailure.Kind) {
        switch kind {
        case .failed: self = .failed
        case .finding: self = .finding
        case .stoppedHalfway: self = .stoppedHalfway
        case .usage: self = .usage
        case .badInput: self = .badInput
        case .notFound: self = .notFound
        case .unreachable: self = .unreachable
        case .ownFault: self = .ownFault
        case .auditUnwritable: self = .auditUnwritable
        case .tryAgain: self = .tryAgain
        case .denied: self = .denied
        case .noCredentials: self = .noCredentials
        case .interrupted: self = .interrupted
        }
    }

    /// Twelve words or so, for the manual page.
    var meaning: String {
        switch self {
        case .done: "done; `compare`: the same; rolled back as asked"
        case .failed: "failed"
        case .finding: "a check found something; `compare`: different; `match`: found, or coverage incomplete"
        case .stoppedHalfway: "stopped half-way and can be resumed, or done but for what it names as left out"
        case .usage: "wrong usage, or the console without a terminal"
        case .badInput: "an input file is wrong; the line says which line"
        case .notFound: "no such thing"
        case .unreachable: "AWS cannot be reached, or its answer is not what AWS documents"
        case .ownFault: "our own fault"
        case .auditUnwritable: "the audit trail cannot be written; nothing was fetched"
        case .tryAgain: "throttled, or changed meanwhile: try again"
        case .denied: "denied by AWS, by read-only or share mode, or no note was given"
        case .noCredentials: "no credentials, no region, or a wrong configuration"
        case .interrupted: "interrupted"
        }
    }
}
