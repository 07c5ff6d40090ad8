import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// Reads the end of functions' logs from CloudWatch Logs. What a function wrote is dropped where the answer is parsed.
public struct AccountLogs: LogReading {
    /// The most lines that are kept, and pages that are asked for.
    public static let mostLines = 500
    static let mostPages = 5

    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func log(of function: String, now: Date) async throws(OperationFailure) -> FunctionLog {
        let group = "/aws/lambda/\(function)"
        let since = now.addingTimeInterval(-FunctionLog.span)
        var operation = CloudWatchLogs.FilterLogEvents(group: group, start: since) { time, message in
            FunctionLogLine(time: time, message: message)
        }
        var lines: [FunctionLogLine] = []
        var isCut = false
        do throws(AWSError) {
            for page in 1...Self.mostPages {
                let answer = try await calls.perform(operation)
                lines += answer.lines
                operation.token = answer.nextToken
                guard answer.nextToken != nil else { break }
                isCut = page == Self.mostPages
            }
        } catch {
            if error.kind == .notFound {
                throw OperationFailure(
                    .notFound,
                    "there is no log group \(group): the function has not run yet, may not write, or logs elsewhere",
                    code: error.code, requestID: error.requestID)
            }
            throw OperationFailure(error, cannot: "read the log of \(function)")
        }
        lines.sort { $0.time < $1.time }
        if lines.count > Self.mostLines {
            lines.removeFirst(lines.count - Self.mostLines)
            isCut = true
        }
        return FunctionLog(group: group, since: since, lines: lines, isCut: isCut)
    }
}
