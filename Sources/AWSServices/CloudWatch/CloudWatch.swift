/// The operations of CloudWatch.
public enum CloudWatch {
    /// Of its Query protocol.
    static let version = "2010-08-01"
}
