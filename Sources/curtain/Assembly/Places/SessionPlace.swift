/// One of the regions and profiles that a command goes through.
struct SessionPlace: Sendable {
    /// The session there; its client shares connections and credentials with those of the profile's other regions.
    let session: Session
    let region: String
    /// What it is called on standard error; nil where it is the only one.
    let label: String?

    /// Tells on standard error what happened there.
    func tell(_ words: String) {
        StandardError.line("curtain: " + (label.map { $0 + ": " } ?? "") + words)
    }

    /// Tells what could not be seen there, unless that is not wanted.
    func tell(gaps: [String]) {
        guard !session.options.quiet else { return }
        for gap in gaps { tell("not seen: \(gap)") }
    }

    /// Tells the error, and returns the exit code that it makes.
    @discardableResult func tell(_ error: any Error) -> ExitStatus {
        let report = FailureReport(error)
        if let line = report.line {
            StandardError.line(label.map { line.replacingPrefix("curtain: ", with: "curtain: \($0): ") } ?? line)
        }
        return report.status
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
