/// The operations of AWS CloudTrail.
public enum CloudTrail {}
