/// The operations of the Key Management Service.
public enum KMS {}
