import FoundationEssentials
import Inventory

extension World {
    /// The end of a function's log with so many lines, a second apart from 14:00:00Z on.
    static func log(_ count: Int) -> FunctionLog {
        let id = "8f5b1c2e-0d3a-4b7c-9e1f-123456789abc"
        var report = FunctionLogLine.Report()
        report.milliseconds = 104.91
        report.billedMilliseconds = 105
        report.startMilliseconds = 201.5
        report.memory = 128
        report.memoryUsed = 41
        let events: [FunctionLogLine.Event] = [
            .environmentStarts(runtime: "python:3.13.v61"),
            .written(level: .error, error: "AccessDeniedException", size: .medium),
            .starts(version: "87"), .written(level: nil, error: nil, size: .long), .timesOut(seconds: 3), .ends,
            .reports(report), .written(level: .warn, error: nil, size: .short)
        ]
        let start = 1_795_528_800.0
        return FunctionLog(
            group: "/aws/lambda/catalogue-search", since: Date(timeIntervalSince1970: start - 100),
            lines: (0..<count).map { index in
                FunctionLogLine(
                    time: Date(timeIntervalSince1970: start + Double(index)), event: events[index % events.count],
                    requestID: index % 8 == 0 ? nil : id)
            }, isCut: false)
    }
}
