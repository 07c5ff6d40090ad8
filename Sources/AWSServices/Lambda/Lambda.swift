/// The operations of AWS Lambda.
public enum Lambda {}
