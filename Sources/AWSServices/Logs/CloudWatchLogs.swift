/// The operations of CloudWatch Logs.
public enum CloudWatchLogs {
    static let target = "Logs_20140328"
}
