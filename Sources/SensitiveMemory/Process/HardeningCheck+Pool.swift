extension HardeningCheck {
    /// The three promises about the pages in which values live.
    static func valuePages(_ report: Result<SecretPoolReport?, SensitiveMemoryError>) -> [HardeningCheck] {
        switch report {
        case .success(let report?):
            [
                pages(
                    .valuePagesLocked, report.locked, of: report.size, "kept out of swap",
                    advice: "ulimit -l \(report.size / 1024)"),
                pages(.valuePagesLeftOutOfCores, report.leftOutOfCores, of: report.size, "left out of core files"),
                pages(.valuePagesEmptyAfterFork, report.wipedOnFork, of: report.size, "empty in a forked child")
            ]
        case .success(nil): all(.unknown, "/proc/self/smaps cannot be read")
        case .failure: all(.bad, "the system gave no pages for values, so none can be read")
        }
    }

    private static func pages(
        _ subject: Subject, _ count: Int, of size: Int, _ what: String, advice: String? = nil
    ) -> HardeningCheck {
        count == size
            ? HardeningCheck(subject, .good, "all \(size / 1024) KiB for values are \(what)")
            : HardeningCheck(
                subject, .bad, "\(count / 1024) of the \(size / 1024) KiB for values are \(what)", advice: advice)
    }

    private static func all(_ state: State, _ finding: String) -> [HardeningCheck] {
        [.valuePagesLocked, .valuePagesLeftOutOfCores, .valuePagesEmptyAfterFork].map {
            HardeningCheck($0, state, finding)
        }
    }
}
