/// The operations of CloudWatch.
public enum CloudWatch {}
