/// What `/proc/self/status` says of the process, see proc(5).
struct ProcessStatus: Equatable {
    /// The signals of a crash, by their numbers on Linux: ILL TRAP ABRT BUS FPE SEGV QUIT.
    static let crashSignals: [(name: String, number: UInt64)] = [
        ("QUIT", 3), ("ILL", 4), ("TRAP", 5), ("ABRT", 6), ("BUS", 7), ("FPE", 8), ("SEGV", 11)
    ]

    /// The names of the signals of a crash for which a handler stands (SigCgt), or nil if it does not say.
    var caughtCrashSignals: [String]?
    /// The mask for new files (Umask).
    var fileMask: UInt32?
    /// The process that traces this one; 0 is none (TracerPid).
    var tracer: Int?

    static func ofThisProcess() -> ProcessStatus? {
        SystemFile.text("/proc/self/status").map(ProcessStatus.init(text:))
    }

    init(text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let word = parts[1].split(whereSeparator: { $0 == "\t" || $0 == " " }).first else {
                continue
            }
            switch parts[0] {
            case "SigCgt":
                caughtCrashSignals = UInt64(word, radix: 16).map { mask in
                    Self.crashSignals.filter { mask & (1 << ($0.number - 1)) != 0 }.map(\.name)
                }
            case "Umask": fileMask = UInt32(word, radix: 8)
            case "TracerPid": tracer = Int(word)
            default: break
            }
        }
    }
}
