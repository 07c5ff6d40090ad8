import FoundationEssentials

/// One line of a function's log without what the function wrote: that may hold values.
///
/// What Lambda itself writes has fixed forms, and numbers and names of its own in them; those are read out. Of every
/// other line the time, the level, the request, the class of an error and the size are kept.
/// Forms: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html
public struct FunctionLogLine: Sendable, Equatable {
    /// What the line tells.
    public enum Event: Sendable, Equatable {
        case environmentStarts(runtime: String?)
        case starts(version: String?)
        case ends
        case reports(Report)
        case timesOut(seconds: Double)
        /// By the function, its runtime or an extension.
        case written(level: Level?, error: String?, size: SizeClass)
    }

    /// What an invocation took.
    public struct Report: Sendable, Equatable {
        public var milliseconds: Double?
        public var billedMilliseconds: Double?
        public var startMilliseconds: Double?
        /// In MB.
        public var memory: Double?
        public var memoryUsed: Double?

        public init() {}
    }

    /// The levels that Lambda's runtimes write.
    public enum Level: String, Sendable, CaseIterable {
        case trace = "TRACE"
        case debug = "DEBUG"
        case info = "INFO"
        case warn = "WARN"
        case error = "ERROR"
        case fatal = "FATAL"

        init?(word: some StringProtocol) {
            switch word {
            case "WARNING": self = .warn
            case "CRITICAL": self = .fatal
            default: self.init(rawValue: String(word))
            }
        }

        public var isBad: Bool { self == .error || self == .fatal }
    }

    public let time: Date
    public let event: Event
    public let requestID: String?

    public init(time: Date, event: Event, requestID: String? = nil) {
        self.time = time
        self.event = event
        self.requestID = requestID
    }

    /// Reads the bytes of a line, which are not kept.
    public init(time: Date, message: UnsafeRawBufferPointer) {
        var scan = LogScan(message)
        self.time = time
        (event, requestID) = scan.read()
    }
}
