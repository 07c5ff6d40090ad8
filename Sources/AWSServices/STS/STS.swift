/// The operations of the Security Token Service.
public enum STS {}
